import { expect, it } from 'vitest';
import { createNumbering, meaningfulRuns } from '../../src/compare/names.ts';

it('takes out what differs between townships without meaning anything', () => {
  expect(meaningfulRuns('做好昭苏县社区居民防溺水工作，发放通讯补贴', ['昭苏县'])).toEqual([
    '村防溺水',
    '发放通信补贴',
  ]);
});

it('gives each run of two or three characters its own number, in every text the same', () => {
  const { grams } = createNumbering();
  expect(grams(['防溺水'])).toHaveLength(3); // 防溺, 溺水, 防溺水
  expect(grams(['防溺水', '溺水'])).toEqual(grams(['防溺水']));
  const [water, wind] = [new Set(grams(['防溺水'])), grams(['防溺风'])];
  expect(wind.filter((gram) => water.has(gram))).toHaveLength(1);
  expect(grams(['水防'])).not.toEqual(grams(['防水']));
});

it('takes a run of one character as its own gram', () => {
  const { grams, characters } = createNumbering();
  expect(grams(['水'])).toEqual(characters(['水']));
  expect(grams(['溺水', '水'])).toHaveLength(2);
});

it('answers distinct numbers that ascend', () => {
  const { characters } = createNumbering();
  const found = [...characters(['水防水', '溺'])];
  expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  expect(found).toHaveLength(3);
});
