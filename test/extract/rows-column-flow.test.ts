/**
 * The reader of column flow: rows cut from the seed, reviewed borders, numbers, and input of any kind.
 * fixtures/rows-column-flow/<case>/in.txt → out.json; adding a folder adds a test, `UPDATE=1` writes a missing out.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Border, borderSchema } from '../../src/extract/borders.ts';
import { readLines } from '../../src/extract/line.ts';
import type { Row } from '../../src/extract/rows.ts';
import { readColumnFlowRows } from '../../src/extract/rows-column-flow.ts';
import { splitSections } from '../../src/extract/sections.ts';
import { bareText } from '../../src/extract/text.ts';
import { knownNames } from '../support/known-names.ts';

const fixtures = join(import.meta.dirname, 'fixtures/rows-column-flow');
const textOfFixture = (name: string): string => readFileSync(join(fixtures, name, 'in.txt'), 'utf8');

const read = (text: string, borders: Border[] = []) => {
  const lines = readLines(new TextEncoder().encode(text), 'a.txt').lines;
  const lists = splitSections(lines, 'a.txt').lists;
  const all = lists.map((list) => readColumnFlowRows(list, 'a.txt', { ...knownNames, borders }));
  return {
    lines,
    body: lists.flatMap((list) =>
      list.body.filter((line) => bareText(line.text) !== '').map((line) => line.number),
    ),
    rows: all.flatMap(({ rows }) => rows),
    findings: all.flatMap(({ findings }) => findings).map(({ code, file, line }) => [code, file, line]),
  };
};

/** A cell as `line: text`, one string a paragraph. */
const shown = ({ number, cells }: Row) => ({
  number,
  ...Object.fromEntries(
    Object.entries(cells)
      .filter(([column]) => column !== 'number')
      .map(([column, blocks]) => [column, blocks.map(({ line, text }) => `${line}: ${text}`)]),
  ),
});

describe('fixtures', () => {
  test.each(readdirSync(fixtures))('%s', (name) => {
    const out = join(fixtures, name, 'out.json');
    const { rows, findings } = read(textOfFixture(name));
    const result = { rows: rows.map(shown), findings: findings.map(([code, , line]) => `${code}:${line}`) };
    if (process.env['UPDATE'] && !existsSync(out)) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
    expect(result).toEqual(JSON.parse(readFileSync(out, 'utf8')));
  });
});

describe('a reviewed border', () => {
  const oneSentence = textOfFixture('department-and-superior-cell-on-one-line');
  const at = (line: number, text: string): Border =>
    borderSchema.parse({
      list: 'cooperative',
      number: 120,
      why: '测试',
      begins: { townshipDuties: { line, text } },
    });
  const township = (borders: Border[]) =>
    read(oneSentence, borders).rows.find(({ number }) => number === 120)?.cells.townshipDuties?.[0];

  test('sets the border, inside a line too', () => {
    expect(township([at(125, '牌号码等')])).toEqual({ line: 125, text: '牌号码等基本内容的证明材料。' });
    expect(township([at(124, '产权性质')])).toEqual({
      line: 124,
      text: '产权性质、行政区划以及门牌号码等基本内容的证明材料。',
    });
    const codes = read(oneSentence, [at(124, '产权性质')]).findings.map(([code]) => code);
    expect(codes).not.toContain('stale-border');
  });

  test.each([
    ['that does not match its line', at(124, '没有这些字')],
    ['on a line of no such row', at(999, '产权性质')],
    ['of a row that is not there', { ...at(125, '牌号码等'), number: 7 }],
  ])('%s is stale', (_, border) => {
    expect(read(oneSentence, [border]).findings).toContainEqual(['stale-border', 'borders/a.yaml', null]);
    expect(township([border])?.line).toBe(124);
  });

  test('that the search finds by itself is stale', () => {
    const text = textOfFixture('category-over-two-lines');
    const border: Border = {
      ...at(70, '1.制定并落实'),
      number: 105,
    };
    expect(read(text).findings).toEqual([['number-missing', 'a.txt', 5]]);
    expect(read(text, [border]).findings).toContainEqual(['stale-border', 'borders/a.yaml', null]);
  });

  test('names only columns of its list', () => {
    expect(borderSchema.safeParse({ ...at(1, '一'), list: 'basic' }).success).toBe(false);
  });
});

describe('numbers', () => {
  const list = (...rows: string[]) =>
    ['某县某镇基本履职事项清单', '', '序号 事项类别 事项名称', '', ...rows].join('\n');
  const codes = (text: string) => read(text).findings.map(([code, , line]) => [code, line]);

  test('missing, doubled and out of order', () => {
    expect(codes(list('1 党的建设 甲工作', '3 党的建设 丙工作'))).toEqual([['number-missing', 6]]);
    expect(
      codes(list('1 党的建设 甲工作', '2 党的建设 乙工作', '2 党的建设 丙工作', '3 党的建设 丁工作')),
    ).toEqual([['number-doubled', 7]]);
    expect(
      codes(list('1 党的建设 甲工作', '3 党的建设 乙工作', '2 党的建设 丙工作', '4 党的建设 丁工作')),
    ).toEqual([
      ['number-missing', 6],
      ['number-order', 7],
    ]);
  });

  test('of full width, alone on their lines, and in the text', () => {
    const text = list(
      '１　党的建设　做好',
      '12345政务服务热线办理',
      '2',
      '党的建设',
      '公示',
      '3个工作日',
      '3 党的建设 丙工作',
    );
    expect(read(text).rows.map(({ number, lines }) => [number, lines.map((line) => line.number)])).toEqual([
      [1, [5, 6]],
      [2, [7, 8, 9, 10]],
      [3, [11]],
    ]);
  });
});

/** Whatever stands in a body: each line goes to one row or to none, and the cells of a row are its lines. */
const holds = (text: string): void => {
  const { rows, lines, body } = read(text);
  const claimed = rows.flatMap((row) => row.lines.map(({ number }) => number));
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(body).toEqual(expect.arrayContaining(claimed));
  for (const row of rows) {
    const cells = Object.values(row.cells).flatMap((blocks) => blocks.map((block) => block.text));
    expect(bareText(cells.join(''))).toBe(
      bareText(row.lines.map(({ number }) => lines[number - 1]?.text ?? '').join('')),
    );
    expect(row.confidence).toBeGreaterThanOrEqual(0);
    expect(row.confidence).toBeLessThanOrEqual(1);
  }
};

describe('any text', () => {
  const head = '某县某镇配合履职事项清单\n\n序号 事项类别 事项名称 对应上级部门 上级部门职责 镇配合职责\n\n';
  const piece = fc.constantFrom(
    ...[
      '1',
      '2 党的建设',
      '3 ',
      '12345',
      '1.',
      '2.县公安局负责',
      '一、',
      '县教育局',
      '县教育局：',
      '、',
      '。',
      '；',
      ' ',
      '\n',
      '\n\n',
    ],
    ...[
      '（',
      '）',
      '“',
      '应急管理及消',
      '防',
      '报县应急管理局',
      '市容市貌',
      '协助做好',
      '\u3000',
      '9999',
      '①',
      '𠮷',
      'e\u0301',
      '\uFEFF',
    ],
  );

  test('is read without a throw and without a loss', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => holds(head + pieces.join(''))),
      { numRuns: 150 },
    );
  });

  test('cut off anywhere keeps what there is', () => {
    const text = textOfFixture('year-and-measure-are-no-row');
    for (let end = 90; end < text.length; end += 97) holds(text.slice(0, end));
  });
});
