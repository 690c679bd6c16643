/** Pages that name the duties of many townships: nothing is left out, and every part is led to. */
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { arrange } from '../../src/site/entries.ts';
import { byCounty, countyJumps, townshipJumps } from '../../src/site/views/by-county.ts';
import { multiplied } from '../support/multiplied.ts';

const SEVERAL = 3;
const books = {
  one: arrange({ ...readContent(), categories: [] }),
  several: arrange({ ...multiplied(readContent(), SEVERAL), categories: [] }),
};

describe.each(Object.entries(books))('%s of a county', (_, book) => {
  it('every duty stands there once, in its order', () => {
    const counties = byCounty(book.entries);
    const townships = counties.flatMap((county) => county.townships);
    const duties = townships.flatMap(({ lists }) => lists.flatMap((list) => list.duties));
    expect(duties.map(({ href }) => href)).toEqual(book.entries.map(({ id }) => `/townships/${id}/`));
    expect(townships.map(({ total }) => total)).toEqual(
      book.townships.map(({ code }) => book.ofTownship.get(code)?.length),
    );
  });
});

it('links lead to counties, and in a county to its townships', () => {
  const counties = byCounty(books.several.entries, 'basic-');
  expect(countyJumps(counties)).toEqual(
    counties.map(({ id, name, total }) => ({ href: `#${id}`, text: name, amount: `${total} 项` })),
  );
  for (const county of counties)
    expect(townshipJumps(county).map(({ href }) => href)).toEqual(county.townships.map(({ id }) => `#${id}`));
  const ids = counties.flatMap(({ id, townships }) => [id, ...townships.map((township) => township.id)]);
  expect(new Set(ids).size).toBe(counties.length * (1 + SEVERAL));
});

it('a county with one township is named by it and needs no links of its own', () => {
  const counties = byCounty(books.one.entries);
  expect(countyJumps(counties).map(({ text }) => text)).toContain('昭苏县喀夏加尔镇');
  expect(counties.flatMap(townshipJumps)).toEqual([]);
  expect(countyJumps(counties.slice(0, 1))).toEqual([]);
});
