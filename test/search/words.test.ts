import { expect, it } from 'vitest';
import type { SearchRecord } from '../../src/search/build/record.ts';
import { recordWords } from '../../src/search/build/words.ts';

const words = (record: Partial<SearchRecord>) =>
  recordWords({ url: '/', title: '', names: [], cells: [], filters: {}, ...record }).map(
    ({ text, weight }) => `${text} ${weight}`,
  );

it('cuts a name into overlapping pairs; the last character stands alone', () => {
  expect(words({ title: '宅基地' })).toEqual(['宅基 7', '基地 7', '地 7']);
});
it('weighs a pair less that has punctuation between', () => {
  expect(words({ title: '犬、猫' })).toEqual(['犬猫 6', '猫 7']);
  expect(words({ cells: [[{ text: '犬、 猫' }]] })).toEqual(['犬猫 0.5', '猫 1']);
});
it('takes white space for layout', () => {
  expect(words({ cells: [[{ text: '县 局' }]] })).toEqual(['县局 1', '局 1']);
});
it('reads over list markers, and also with them', () => {
  const cell = [
    { marker: '1.', text: '巡查。' },
    { marker: '2.', text: '上报' },
  ];
  expect(words({ cells: [cell] })).toEqual([
    '巡查 1',
    '查上 0.5',
    '上报 1',
    '报 1',
    '1巡 0.5',
    '查2 0.5',
    '2上 0.5',
  ]);
});
it('does not read from one cell into the next', () => {
  expect(words({ cells: [[{ text: '甲' }], [{ text: '乙' }]] })).toEqual(['甲 1', '乙 1']);
});
it('counts other names of a department like its name', () => {
  expect(words({ title: '住建', names: ['住房'] })).toEqual(['住建 7', '建 7', '住房 7', '房 7']);
});
