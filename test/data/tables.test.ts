import { describe, expect, test } from 'vitest';
import type { DutyRecord, TownshipRecord } from '../../src/data/records.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { source, textOf, townships } from './content.ts';

const duties: DutyRecord[] = JSON.parse(textOf('duties.json'));

describe('duties.json', () => {
  test('has every duty once, in order of township code, list and number', () => {
    const order = duties.map(
      ({ township, list, number }) => [township, LIST_SLUGS.indexOf(list), number] as const,
    );
    const sorted = order.toSorted((a, b) => a[0].localeCompare(b[0]) || a[1] - b[1] || a[2] - b[2]);
    expect(order).toEqual(sorted);
    expect(new Set(duties.map(({ id }) => id)).size).toBe(
      townships.flatMap((township) => township.duties).length,
    );
  });

  test('has the keys of the design, in its order', () => {
    const keys = [
      ...['id', 'url', 'township', 'list', 'number', 'category', 'name', 'departments', 'departmentsText'],
      ...['superiorDuties', 'townshipDuties', 'takeover', 'similar', 'corrections', 'source'],
    ];
    for (const duty of duties) expect(Object.keys(duty)).toEqual(keys);
  });

  test("is the design's example for 654026101/cooperative/27", () => {
    const duty = duties.find(({ id }) => id === '654026101/cooperative/27');
    expect(duty).toMatchObject({
      url: '/townships/654026101/cooperative/27/',
      township: '654026101',
      list: 'cooperative',
      number: 27,
      category: '平安法治',
      name: '防溺水工作',
      departmentsText: '县教育局、公安局、民政局、水利局、农业农村局、住建局、卫健委',
      takeover: null,
      similar: ['653123103/cooperative/1'],
      corrections: [],
      source: { seed: '000_a2d745c43662e61e.txt', lines: [1009, 1061] },
    });
    expect(duty?.departments[0]).toEqual({
      id: 'jiaoyu-ju',
      name: '教育局',
      office: '昭苏县教育局',
      published: '县教育局',
    });
    const [clause] = duty?.superiorDuties ?? [];
    expect(clause).toMatchObject({ kind: 'item', marker: '1.' });
    expect(clause?.text).toMatch(/^县教育局组织、监督学校开展/);
    expect(duty?.townshipDuties?.[0]).toMatchObject({ kind: 'item', marker: '1.' });
  });

  test('is null where a list has no such cell, and never where it has one', () => {
    for (const { list, superiorDuties, townshipDuties, takeover } of duties) {
      expect([superiorDuties !== null, townshipDuties !== null, takeover !== null]).toEqual([
        list === 'cooperative',
        list === 'cooperative',
        list === 'reclaimed',
      ]);
    }
  });
});

test('townships.json says of each township where it lies and what was counted', () => {
  const records: TownshipRecord[] = JSON.parse(textOf('townships.json'));
  expect(records.map(({ code }) => code)).toEqual(townships.map(({ code }) => code).sort());
  const record = records.find(({ code }) => code === '653123103');
  expect(Object.keys(record ?? {})).toEqual([
    'code',
    'name',
    'county',
    'prefecture',
    'province',
    'edition',
    'declared',
    'found',
    'seed',
    'sha256',
  ]);
  expect(record).toMatchObject({
    name: '萨罕镇',
    county: '英吉沙县',
    edition: '2025-07',
    declared: { total: 262 },
  });
});

test('departments.json is the departments of the content', () => {
  const records = JSON.parse(textOf('departments.json'));
  expect(records).toEqual(source.departments);
  expect(Object.keys(records[0])).toEqual(['id', 'name', 'aliases', 'offices']);
});
