/** The feed of the built site: what Atom (RFC 4287) wants of it. */
import { type CheerioAPI, load } from 'cheerio';
import { expect, it } from 'vitest';
import { contentTownships } from '../support/content.ts';
import { readBuilt } from '../support/dist.ts';

const $: CheerioAPI = load(readBuilt('feed.xml'), { xml: true });

const texts = (selector: string): string[] =>
  $(selector)
    .map((_, found) => $(found).text())
    .get();

it('has an id, a title and days for itself and every entry', () => {
  const parts = $('feed, entry').toArray();
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts)
    for (const name of ['id', 'title', 'updated'])
      expect($(part).children(name).length, $(part).children('id').text()).toBe(1);
  expect(texts('feed > author > name').join('')).not.toBe('');
  expect($('feed > link[rel=self]').attr('href')).toMatch(/\/feed\.xml$/);
});

it('has ids that are their own, one a township', () => {
  const ids = texts('id');
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(() => new URL(id)).not.toThrow();
  const codes = contentTownships().map(({ code }) => code);
  expect(texts('entry > id').filter((id) => !codes.includes(id.slice(-10, -1)))).toEqual([]);
});

it('tells moments, the newest first, and as its own the newest', () => {
  const days = texts('updated, published');
  expect(days.filter((day) => !/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(day))).toEqual([]);
  const changed = texts('entry > updated');
  expect(changed).toEqual(changed.toSorted().reverse());
  expect(texts('feed > updated')).toEqual(changed.slice(0, 1));
});
