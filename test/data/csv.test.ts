import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { SEPARATOR } from '../../src/data/duty-rows.ts';
import { CSV_FIELDS } from '../../src/data/fields.ts';
import type { DutyRecord } from '../../src/data/records.ts';
import { clauseLines, csv, csvLine } from '../../src/data/text.ts';
import { textOf, townships } from './content.ts';

type Row = Record<string, string>;
const read = (text: string): Row[] => parse(text, { bom: true, columns: true });

const text = textOf('duties.csv');
const rows = read(text);
const duties: DutyRecord[] = JSON.parse(textOf('duties.json'));

describe('csv', () => {
  test('begins with a byte order mark and ends its lines as RFC 4180 says', () => {
    expect(csv([csvLine(['甲', '乙']), csvLine(['丙', '丁'])])).toBe('\uFEFF甲,乙\r\n丙,丁\r\n');
  });

  test('any text comes back as it was', () => {
    const cells = ['', 'a,b', '"引"', '行\n行', ' 空 ', '=1+1', '\r\n', '"'];
    expect(parse(csvLine(cells))).toEqual([cells]);
  });
});

describe('duties.csv', () => {
  test('has the columns of the dictionary and a row for each duty', () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(Object.keys(rows[0] ?? {})).toEqual(CSV_FIELDS.map(({ name }) => name));
    expect(rows.map(({ id }) => id)).toEqual(duties.map(({ id }) => id));
  });

  test('read back equals duties.json, cell by cell', () => {
    expect(rows.map(fromRow)).toEqual(duties.map(fromRecord));
  });

  test('says of each duty where its township lies', () => {
    const places = new Map(townships.map((township) => [township.code, township]));
    for (const row of rows) {
      const township = places.get(row.township ?? '');
      expect([row.townshipName, row.county, row.prefecture, row.province, row.edition]).toEqual([
        township?.name,
        township?.county.name,
        township?.prefecture.name,
        township?.province.name,
        township?.edition ?? '',
      ]);
    }
  });

  test('no published text begins as a formula does, or holds the separator', () => {
    for (const row of rows) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    for (const { published } of duties.flatMap(({ departments }) => departments)) {
      expect(published).not.toContain(SEPARATOR);
    }
  });
});

test('the CSV of a township and of a selection have the same columns and their duties only', () => {
  expect(read(textOf('townships/654026101.csv'))).toEqual(rows.filter((row) => row.township === '654026101'));
  expect(read(textOf('categories/one.csv')).map(({ number }) => number)).toEqual(['2', '1']);
});

/** What a row says of its duty, in the JSON's own terms. */
function fromRow(row: Row) {
  const split = (name: string) => (row[name] ? row[name].split(SEPARATOR) : []);
  const aligned = (name: string) =>
    split('departmentsPublished').map((_, at) => (row[name] ?? '').split(SEPARATOR)[at] || null);
  const [ids, names, offices] = ['departments', 'departmentNames', 'offices'].map(aligned);
  return {
    ...pick(row, ['id', 'url', 'township', 'list', 'category', 'name', 'departmentsText']),
    ...pick(row, ['superiorDuties', 'townshipDuties', 'takeover']),
    number: Number(row.number),
    departments: split('departmentsPublished').map((published, at) => ({
      id: ids?.[at],
      name: names?.[at],
      office: offices?.[at],
      published,
    })),
    similar: split('similar'),
    corrections: Number(row.corrections),
    source: { seed: row.seed, lines: [Number(row.firstLine), Number(row.lastLine)] },
  };
}

const fromRecord = (duty: DutyRecord) => ({
  ...duty,
  superiorDuties: clauseLines(duty.superiorDuties),
  townshipDuties: clauseLines(duty.townshipDuties),
  takeover: clauseLines(duty.takeover),
  corrections: duty.corrections.length,
});

const pick = (row: Row, names: string[]) => Object.fromEntries(names.map((name) => [name, row[name]]));
