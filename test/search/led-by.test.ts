/** Which township's duty leads those that are the same in others. */
import { expect, it } from 'vitest';
import { ledBy } from '../../src/search/query/rank.ts';

const placeOf = (page: number) => ({ 3: 'a', 5: 'b', 9: 'c' })[page];

it.each([
  [['c'], [9, 3, 5]],
  [
    ['none', 'b'],
    [5, 3, 9],
  ],
  [
    ['b', 'c'],
    [5, 3, 9],
  ],
  [['none'], [3, 5, 9]],
  [[], [3, 5, 9]],
])('%s: %s', (places, pages) => expect(ledBy([3, 5, 9], places, placeOf)).toEqual(pages));
