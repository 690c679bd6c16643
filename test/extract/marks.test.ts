/** Where corrections are marked: rows of the seeds, some of them damaged further. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';
import { textsOf } from '../../src/domain/duty.ts';
import { extractTownship } from '../../src/extract/index.ts';

const seeds = join(import.meta.dirname, '../../seeds');
const { vocabulary } = openSeedsFolder(seeds);

const HEADS = {
  cooperative: ['配合履职事项清单', '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t配合职责'],
  reclaimed: ['上级部门收回事项清单', '序号\t事项类别\t事项名称\t承接部门及工作方式'],
};

/** A line of a seed, from 1. */
function lineOf(seed: string, number: number): string {
  const file = readdirSync(seeds).find((name) => name.startsWith(seed) && name.endsWith('.txt')) ?? '';
  return readFileSync(join(seeds, file), 'utf8').split('\n')[number - 1] ?? '';
}

const fixture = (path: string): string[] =>
  readFileSync(join(import.meta.dirname, 'fixtures', path, 'in.txt'), 'utf8').split('\n');

type Change = [was: string, now: string];

/** What is marked in a document whose lines get these corrections, each with the characters around it. */
function marksOf(lines: readonly string[], changes: Record<number, Change[]>): string[] {
  const errata = Object.entries(changes).flatMap(([line, all]) =>
    all.map(([was, now]) => ({ line: Number(line), was, now, why: '测试' })),
  );
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const aids = { ...vocabulary, errata, suspects: [], borders: [], manifest: { township: '653123103' } };
  const { township } = extractTownship({ file: 'a.txt', bytes }, aids);
  return (township?.duties ?? []).flatMap((duty) =>
    (duty.marks ?? []).map(({ column, text, start, end, was }) => {
      const words = textsOf(duty, column)[text] ?? '';
      const around = [words.slice(Math.max(start - 3, 0), start), words.slice(end, end + 3)];
      return `${column} ${text}: ${around[0]}[${words.slice(start, end)}|${was}]${around[1]}`;
    }),
  );
}

/** The same for one row of a delimited list. */
const marksInRow = (list: keyof typeof HEADS, row: string, ...changes: Change[]): string[] =>
  marksOf([...HEADS[list], row], { 3: changes });

describe('a correction is marked where it stands', () => {
  const inspection = lineOf('002', 298);
  const rewards = lineOf('001', 469);

  test('and not where another cell has the same words', () => {
    expect(
      marksInRow(
        'cooperative',
        inspection,
        ['负责规模以下建村、机械、轻工', '负责规模以下建材、机械、轻工'],
        ['轻工、纺织、烟花和商贸行业', '轻工、纺织、烟草和商贸行业'],
      ),
    ).toEqual(['superiorDuties 1: 织、烟[草|花]和商贸', 'townshipDuties 0: 以下建[材|村]、机械']);
  });

  test('in every cell that it changed, and in no other', () => {
    const [name = '', takeover = ''] = rewards.split('\t').slice(2);
    expect(
      marksInRow('reclaimed', rewards, [`${name}\t市应`, `${name.replace(' and ', '和')}\t市应`]),
    ).toEqual(['name 0: 的单位[和|and]个人的']);
    expect(
      marksInRow('reclaimed', rewards, [
        `${name}\t${takeover}`,
        `${name}\t${takeover}`.replaceAll(' and ', '和'),
      ]),
    ).toEqual(['name 0: 的单位[和|and]个人的', 'takeover 1: 的单位[和|and]个人的']);
  });

  test('where it parts two cells', () => {
    const joined = rewards.replace('\t市应急', ' 市应急');
    expect(marksInRow('reclaimed', joined, [' and 个人的奖励 市应急', '和个人的奖励\t市应急'])).toEqual([
      'name 0: 的单位[和|and]个人的',
    ]);
  });

  test('by the character after words that it took away, at the end of a cell the one before', () => {
    expect(
      marksInRow('cooperative', lineOf('003', 281), [
        '、吉木萨尔县文化体育广播电视台',
        '、吉木萨尔县文化体育广播电视',
      ]),
    ).toEqual(['departments 0: 播电视[和|台和]旅游局']);
    const doubled = lineOf('004', 174).replace('保护工作\t', '保护工作作\t');
    expect(marksInRow('cooperative', doubled, ['保护工作作\t', '保护工作\t'])).toEqual([
      'name 0: 保护工[作|作作]',
    ]);
  });

  test('once, where two corrections reach the same character', () => {
    expect(
      marksInRow('cooperative', lineOf('004', 222), ['广播电视台', '广播电视'], ['和旅游局', '及旅游局']),
    ).toEqual(['departments 0: 播电视[及|台和]旅游局']);
  });

  test('in the category, in a marker, in the text of a broken tag', () => {
    const row = lineOf('001', 171)
      .replace('平安法治', '平安法冶')
      .replace('5.医疗', 's.医疗')
      .replace('<li>4.在', '<1i>4.在');
    expect(
      marksInRow('cooperative', row, ['法冶', '法治'], ['>s.医疗', '>5.医疗'], ['<1i>4.在', '<li>4.在']),
    ).toEqual([
      'category 0: 平安法[治|冶]',
      'superiorDuties 4: [5|s].医疗',
      'townshipDuties 3: [4|<1i>4].在學',
    ]);
  });

  test('in both clauses that it reaches into, what stood there in the first', () => {
    const row = inspection.replace('的安全生产监督检查； 2.开展', '的安全生产监督检查， 2、开展');
    expect(marksInRow('cooperative', row, ['检查， 2、开展', '检查； 2.开展'])).toEqual([
      'townshipDuties 0: 督检查[；|，2、]',
      'townshipDuties 1: [2.|]开展对',
    ]);
  });

  test('as whole characters beyond the basic plane', () => {
    const row = inspection.replace('烟花爆竹', '烟𠮷爆竹');
    expect(marksInRow('cooperative', row, ['烟𠮷爆竹', '烟𠮶爆竹'])).toEqual([
      'superiorDuties 1: 品、烟[𠮶|𠮷]爆竹的',
    ]);
  });

  test('in the second half of a row that a page break cut; what is printed twice is marked where it is read', () => {
    const lines = fixture('rows-delimited/row-cut-by-a-page-break');
    const [first = 0, second = 0] = lines.flatMap((line, at) => (line.startsWith('59\t') ? [at] : []));
    const name: Change = ['斤”（卫星', '片”（卫星'];
    const misread = lines
      .with(first, lines[first]?.replace('片”（卫星', '斤”（卫星') ?? '')
      .with(second, lines[second]?.replace('片”（卫星', '斤”（卫星').replace('三、“卫片', '三、“卫斤') ?? '');
    const marks = marksOf(['配合履职事项清单', ...misread], {
      [first + 2]: [name],
      [second + 2]: [name, ['三、“卫斤', '三、“卫片']],
    });
    expect(marks).toEqual([
      'name 0: 和“卫[片|斤]”（卫',
      expect.stringMatching(/^superiorDuties \d+: 、“卫\[片\|斤\]”整治$/),
    ]);
  });

  test('in column flow, between two cells on one line and after a wrapped line', () => {
    const lines = fixture('rows-column-flow/name-and-department-run-together');
    const name = lines.findIndex((line) => line.includes('建设和保县商务')) + 1;
    const report = lines.findIndex((line) => line.includes('通信企业报告')) + 1;
    expect(
      marksOf(lines, {
        [name]: [['建设和保县商务', '建设和保护工作 县商务']],
        [report]: [['通信企业报告', '通讯企业报告']],
      }),
    ).toEqual(['name 0: 设和保[护工作|]', 'townshipDuties 1: 局或通[讯|信]企业报']);
  });
});

test('white space, a layout tag or a number that was corrected leaves nothing to mark', () => {
  const row = lineOf('002', 298).replace('78\t', '7B\t');
  expect(
    marksInRow(
      'cooperative',
      row,
      ['7B\t', '78\t'],
      ['应急管理 及消防', '应急管理及消防'],
      [' 2.对其他', '<br>2.对其他'],
      ['烟花和商贸', '烟草和商贸'],
    ),
  ).toEqual(['superiorDuties 1: 织、烟[草|花]和商贸']);
});
