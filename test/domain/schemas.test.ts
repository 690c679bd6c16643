import { expect, test } from 'vitest';
import { clauseSchema, clausesText } from '../../src/domain/clause.ts';
import { dutySchema } from '../../src/domain/duty.ts';
import { byListThenNumber } from '../../src/domain/township.ts';

test('clauses joined give the cell again, markers included', () => {
  expect(
    clausesText([
      { kind: 'section', marker: '一、', text: '水库移民安置工作' },
      { kind: 'item', marker: '1.', text: '提出意见；' },
      { kind: 'paragraph', text: '不再开展此项工作' },
    ]),
  ).toBe('一、水库移民安置工作1.提出意见；不再开展此项工作');
});

test('a marker is printed or absent, never empty', () => {
  expect(clauseSchema.safeParse({ kind: 'item', marker: '', text: '提出意见；' }).success).toBe(false);
});

test('an unknown field of a duty is refused', () => {
  expect(dutySchema.safeParse({ list: 'basic', number: 1, summary: '…' }).success).toBe(false);
});

test('duties stand in the order of the lists, then of their numbers', () => {
  const duties = [
    { list: 'reclaimed', number: 1 },
    { list: 'basic', number: 10 },
    { list: 'cooperative', number: 2 },
    { list: 'basic', number: 9 },
  ];
  expect(duties.sort(byListThenNumber).map(({ list, number }) => `${list} ${number}`)).toEqual([
    'basic 9',
    'basic 10',
    'cooperative 2',
    'reclaimed 1',
  ]);
});
