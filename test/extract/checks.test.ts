/** That what was read is what stands in the lines: rows of the seeds, each changed in one place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRowText } from '../../src/extract/checks.ts';
import { readLines } from '../../src/extract/line.ts';
import type { Block, Row } from '../../src/extract/rows.ts';
import { readDelimitedRows } from '../../src/extract/rows-delimited.ts';
import { splitSections } from '../../src/extract/sections.ts';

const fixtures = join(import.meta.dirname, 'fixtures/rows-delimited');

describe.each(['row-cut-by-a-page-break', 'second-half-repeats-cells-without-number'])('%s', (name) => {
  const { lines } = readLines(readFileSync(join(fixtures, name, 'in.txt')), 'a.txt');
  const { lists } = splitSections(lines, 'a.txt');
  const rows = lists.flatMap((list) => readDelimitedRows(list, 'a.txt').rows);
  const check = (row: Row): unknown[] =>
    checkRowText(row, true, 'a.txt').map(({ code, line }) => [code, line]);
  const [first] = rows as [Row];
  const superior = first.cells.superiorDuties as Block[];
  const township = first.cells.townshipDuties as Block[];

  test('as read, every cell is the text of its lines', () => {
    expect(first.lines).toHaveLength(2);
    for (const row of rows) expect(check(row)).toEqual([]);
  });

  test.each<[string, Row['cells']]>([
    ['a cell without a block', { superiorDuties: superior.slice(1) }],
    ['a block twice', { superiorDuties: [...superior, ...superior.slice(-1)] }],
    [
      'a block in the next cell',
      { superiorDuties: superior.slice(0, -1), townshipDuties: [...superior.slice(-1), ...township] },
    ],
    [
      'a character less',
      { name: (first.cells.name ?? []).map(({ line, text }) => ({ line, text: text.slice(1) })) },
    ],
    ['the name twice', { name: [...(first.cells.name ?? []), ...(first.cells.name ?? [])] }],
  ])('%s is lost text', (_, cells) => {
    expect(check({ ...first, cells: { ...first.cells, ...cells } })).toEqual([
      ['text-lost', first.lines[0]?.number],
    ]);
  });
});
