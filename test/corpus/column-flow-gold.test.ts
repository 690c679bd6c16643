/** Every cell of the column-flow seed against a transcript made by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { readLines } from '../../src/extract/line.ts';
import { readColumnFlowRows } from '../../src/extract/rows-column-flow.ts';
import { splitSections } from '../../src/extract/sections.ts';
import { bareText } from '../../src/extract/text.ts';
import { readGold } from '../support/column-flow-gold.ts';
import { knownNames } from '../support/known-names.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const file = readdirSync(seeds).find((name) => name.startsWith('000_')) ?? '';
const text = readFileSync(new URL(file, seeds), 'utf8');
const seedLines = text.split('\n');
const { lists } = splitSections(readLines(Buffer.from(text), file).lines, file);

describe.each(LIST_SLUGS)('%s', (slug) => {
  const list = lists.find((each) => each.list === slug);
  const { rows, findings } = readColumnFlowRows(list as NonNullable<typeof list>, file, {
    ...knownNames,
    borders: [],
  });

  test('has every cell of the transcript', () => {
    const read = rows.map(({ number, cells }) => ({
      number,
      cells: Object.fromEntries(
        Object.entries(cells)
          .filter(([column]) => column !== 'number')
          .map(([column, blocks]) => [column, bareText(blocks.map((block) => block.text).join(''))]),
      ),
    }));
    expect(read).toEqual(readGold(slug, seedLines));
  });

  test('loses, adds and reorders nothing', () => {
    for (const row of rows) {
      const cells = Object.values(row.cells).flatMap((blocks) => blocks.map((block) => block.text));
      const lines = row.lines.map(({ number }) => seedLines[number - 1] ?? '');
      expect(bareText(cells.join(''))).toBe(bareText(lines.join('')));
    }
  });

  test('claims every line once', () => {
    const claimed = rows.flatMap((row) => row.lines.map(({ number }) => number));
    const body = list?.body.filter((line) => line.text.trim() !== '').map((line) => line.number);
    expect(claimed).toEqual(body);
  });

  test('doubts no row', () => {
    expect(findings).toEqual([]);
  });
});
