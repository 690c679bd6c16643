import { expect, it } from 'vitest';
import type { Entry } from '../../src/site/entries.ts';
import { nearest } from '../../src/site/nearest.ts';

/** The entry of a township known by its code alone. */
const entry = (code: string): Entry =>
  ({
    id: `${code}/basic/1`,
    township: { code, county: { code: code.slice(0, 6) }, prefecture: { code: `${code.slice(0, 4)}00` } },
  }) as Entry;

const all = ['650101100', '653101100', '653101101', '653122100', '653122101', '654001100'].map(entry);
const codes = (entries: readonly Entry[]): string[] => entries.map(({ township }) => township.code);

it('takes the same county first, then the prefecture, then the rest, without the township itself', () => {
  const own = all[4] as Entry;
  expect(codes(nearest(all, own, 9))).toEqual([
    '653122100',
    '653101100',
    '653101101',
    '650101100',
    '654001100',
  ]);
  expect(codes(nearest(all, own, 2))).toEqual(['653122100', '653101100']);
});
