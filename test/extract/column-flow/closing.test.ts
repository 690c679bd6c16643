/** Notes, and what stands after the last row of each list of seed 000: told, and never part of a row in silence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSeedsFolder } from '../../../scripts/lib/seeds-folder.ts';
import type { Duty } from '../../../src/domain/duty.ts';
import { LIST_SLUGS, type ListSlug } from '../../../src/domain/lists.ts';
import { borderSchema } from '../../../src/extract/borders.ts';
import { extractTownship } from '../../../src/extract/index.ts';

const seeds = join(import.meta.dirname, '../../../seeds');
const { vocabulary } = openSeedsFolder(seeds);
const aids = { ...vocabulary, errata: [], suspects: [], borders: [], manifest: {} };
const file = readdirSync(seeds).find((name) => name.startsWith('000')) ?? '';
const lines = readFileSync(join(seeds, file), 'utf8').trimEnd().split('\n');
/** Index after the last line of each list. */
const ends = [
  ...lines.flatMap((line, at) => (at > 0 && line.trim().endsWith('事项清单') ? [at] : [])),
  lines.length,
].map((end) => lines.findLastIndex((line, at) => at < end && line.trim() !== '') + 1);

/** The findings by their line's place in the tail, list by list, and the last duty of each list. */
function readWith(tail: string[]): { told: string[][]; last: unknown[] } {
  const all = [...lines];
  for (const end of ends.toReversed()) all.splice(end, 0, ...tail);
  const read = extractTownship({ file, bytes: new TextEncoder().encode(all.join('\n')) }, aids);
  const told = ends.map((end, i) =>
    read.findings.flatMap(({ code, line }) => {
      const at = (line ?? 0) - 1 - end - i * tail.length;
      return at >= 0 && at < tail.length ? [`${code} ${at}`] : [];
    }),
  );
  expect(told.flat()).toHaveLength(read.findings.length);
  const last = LIST_SLUGS.map((list) => read.township?.duties.findLast((duty) => duty.list === list));
  return { told, last: last.map((duty) => ({ ...duty, source: null })) };
}

const untouched = readWith([]).last;

describe('belongs to no row', () => {
  test.each<[string, string[], string[]]>([
    ['a signature and a date', ['', '中共喀夏加尔镇委员会', '2025年7月15日'], ['1', '2']],
    [
      'two, with a date in Chinese',
      ['中共昭苏县委员会  昭苏县人民政府', '', '二〇二五年七月十五日'],
      ['0', '2'],
    ],
    ['the township without a date', ['', '昭苏县喀夏加尔镇人民政府（盖章）'], ['1']],
    ['a date', ['２０２５年７月'], ['0']],
    ['a signature and a date on one line', ['中共昭苏县委员会（盖章）2025年7月15日'], ['0']],
    ['a note of two lines', ['注：1.本清单由县委编办负责解释。', '2.自印发之日起施行。'], ['0', '1']],
    ['a note and a date', ['', '备注：共计若干项。', '2025年7月15日'], ['1', '2']],
    ['the number of an annex', ['', '附件2'], ['1']],
  ])('%s', (_, tail, at) => {
    const { told, last } = readWith(tail);
    expect(told).toEqual(ends.map(() => at.map((line) => `unclaimed-line ${line}`)));
    expect(last).toEqual(untouched);
  });
});

describe('is kept and told', () => {
  test.each<[string, string[], string]>([
    ['a sentence', ['', '本清单自印发之日起施行。'], '1'],
    ['half a heading', ['', '伊犁州昭苏县喀夏加尔镇'], '1'],
    ['an office', ['', '中共昭苏县委机构编制委员会办公室'], '1'],
    ['a part', ['', '二、配合履职部分'], '1'],
    ['a telephone number', ['', '咨询电话 0999-6022222'], '1'],
    ['a sentence right after the row', ['本清单自印发之日起施行。'], '0'],
    ['a date right after the row', ['2025.7.15'], '0'],
    ['a township and a date', ['昭苏县喀夏加尔镇 2025年7月'], '0'],
    ['a count', ['共若干项'], '0'],
  ])('%s', (_, tail, at) => {
    const { told, last } = readWith(tail);
    expect(told).toEqual(ends.map(() => [`doubtful-end ${at}`]));
    expect(last).not.toEqual(untouched);
  });
});

describe('a note between two rows is kept in the first, and told', () => {
  const note = '注：本页所列事项以原件为准。';
  const duties = (text: readonly string[]) => {
    const bytes = new TextEncoder().encode(text.join('\n'));
    const { township, findings } = extractTownship({ file, bytes }, aids);
    return { duties: township?.duties ?? [], told: findings.map(({ code, line }) => [code, line]) };
  };
  const seed = duties(lines).duties;

  test.each<[string, ListSlug, number, string[]]>([
    ['at the foot of a page', 'cooperative', 16, [note, '第 20 页，共 61 页']],
    ['after a blank line', 'cooperative', 16, ['', note]],
    [
      'before a head',
      'reclaimed',
      20,
      ['备注：本页所列事项以原件为准。', '- 57 -', '序号 事项类别 事项名称 承接部门及工作方式'],
    ],
    ['after a name', 'basic', 30, ['注1：本页所列事项以原件为准。', '', '第 5 页，共 61 页']],
  ])('%s', (_, list, number, between) => {
    const at = seed.findIndex((duty) => duty.list === list && duty.number === number);
    const end = seed[at]?.source.lines[1] ?? 0;
    const read = duties(lines.toSpliced(end, 0, ...between));
    const line = end + 1 + between.findIndex((text) => text.includes('注'));
    expect(read.told).toEqual([['doubtful-end', line]]);
    expect(read.duties[at]?.source.lines[1]).toBe(line);
    const others = (all: Duty[]) => all.toSpliced(at, 1).map((duty) => ({ ...duty, source: null }));
    expect(others(read.duties)).toEqual(others(seed));
  });
});

describe('a reviewed end', () => {
  const note = '注：本表自印发之日起施行。';
  const [end = 0] = ends;
  /** The first list with a tail, and a border that says where its last row, or another, ends. */
  const withEnd = (tail: string[], line: number, number = 88) => {
    const borders = [borderSchema.parse({ list: 'basic', number, why: '试一试', ends: line })];
    const bytes = new TextEncoder().encode(lines.toSpliced(end, 0, ...tail).join('\n'));
    const { township, findings } = extractTownship({ file, bytes }, { ...aids, borders });
    const duty = township?.duties.find((each) => each.list === 'basic' && each.number === number);
    return { name: duty?.name, told: findings.map(({ code, line }) => [code, line]) };
  };
  const name = '集中管理本镇档案，推进档案信息化建设';

  test.each<[string, string[], number, string]>([
    ['gives a note to the last row', ['', note], end + 2, name + note],
    ['gives it a note of two lines', [note, '共若干项。'], end + 2, `${name}${note}共若干项。`],
    ['gives it words that were doubted', ['', '共若干项'], end + 2, `${name}共若干项`],
  ])('%s', (_, tail, line, whole) => {
    expect(withEnd(tail, line)).toEqual({ name: whole, told: [] });
  });

  test('leaves what stands after it to nobody', () => {
    const told = [['unclaimed-line', end + 2]];
    expect(withEnd([note, '2025年7月15日'], end + 1)).toEqual({ name: name + note, told });
    expect(withEnd(['共若干项'], end)).toEqual({ name, told: [['unclaimed-line', end + 1]] });
  });

  test.each<[string, string[], number, number]>([
    ['that the row has without it', ['', '2025年7月15日'], end, 88],
    ['of a row without a doubt', [], end - 2, 87],
    ['on a line of another row', ['', note], end, 87],
  ])('%s is stale', (_, tail, line, number) => {
    expect(withEnd(tail, line, number).told).toContainEqual(['stale-border', null]);
  });
});

test('nothing is told of the seed itself', () => {
  expect(readWith([]).told).toEqual(ends.map(() => []));
});
