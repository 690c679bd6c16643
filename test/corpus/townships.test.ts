/** The five seeds: counts, numbering, and every cell of the delimited ones against a plain reading of the file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clausesText } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { type Township, townshipSchema } from '../../src/domain/township.ts';
import { bare, plainRows } from '../support/plain-rows.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'content/townships');
const townships = new Map(
  readdirSync(folder).map((name): [string, Township] => {
    const township = townshipSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return [township.seed.file.slice(0, 3), township];
  }),
);

/** Counted by hand in the documents. */
const COUNTS: Record<string, [string, string, number, number, number]> = {
  '000': ['654026101', '喀夏加尔镇', 88, 127, 47],
  '001': ['654002203', '喀尔墩乡', 87, 132, 52],
  '002': ['653123103', '萨罕镇', 127, 97, 38],
  '003': ['652327202', '庆阳湖乡', 107, 102, 30],
  '004': ['653024100', '乌恰镇', 81, 70, 21],
};

describe.each(Object.entries(COUNTS))('seed %s', (seed, [code, name, ...counts]) => {
  const township = townships.get(seed) as Township;

  test('is the township it says', () => {
    expect([township.code, township.name]).toEqual([code, name]);
    expect(township.edition).toBe(seed === '000' ? null : '2025-07');
  });

  test('holds every duty once, numbered from 1', () => {
    LIST_SLUGS.forEach((list, index) => {
      const numbers = township.duties.filter((duty) => duty.list === list).map((duty) => duty.number);
      expect(numbers).toEqual(Array.from({ length: counts[index] as number }, (_, at) => at + 1));
    });
  });

  test('resolves every department and leaves no cell empty', () => {
    for (const duty of township.duties) {
      expect(duty.departments.filter(({ id }) => id === null)).toEqual([]);
      if (duty.list === 'cooperative') expect(duty.departments.length).toBeGreaterThan(0);
      for (const cell of [duty.superiorDuties, duty.townshipDuties, duty.takeover])
        if (cell) expect(clausesText(cell)).not.toBe('');
    }
  });
});

test('what 002 and 004 state of their duties and categories is what was found', () => {
  for (const seed of ['002', '004']) {
    const { declared, found } = townships.get(seed) as Township;
    expect(found.total).toBe(declared.total);
    for (const list of LIST_SLUGS) {
      expect(found[list].duties).toBe(declared[list].duties);
      expect(found[list].categories).toBe(declared[list].categories);
    }
  }
});

function cellsOf(duty: Duty): string[] {
  const cells = [String(duty.number), duty.category, duty.name];
  if (duty.takeover) cells.push(clausesText(duty.takeover));
  if (duty.superiorDuties && duty.townshipDuties)
    cells.push(duty.departmentsText, clausesText(duty.superiorDuties), clausesText(duty.townshipDuties));
  return cells.map(bare);
}

test.each(['001', '002', '003', '004'])('every cell of seed %s is the text of the file', (seed) => {
  const township = townships.get(seed) as Township;
  const rows = plainRows(township.seed.file, township.corrections);
  expect(rows.size).toBe(township.duties.length);
  for (const duty of township.duties) expect(cellsOf(duty)).toEqual(rows.get(`${duty.list}/${duty.number}`));
});
