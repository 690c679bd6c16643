/** What is kept of a township for reading without a network: all its pages, and a search that finds what the site's own does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pathsIn } from '../../src/build/files.ts';
import { openPack } from '../../src/offline/pack.ts';
import { packSize, pagesPack, searchPack, searchRoot } from '../../src/offline/protocol.ts';
import { type Engine, openEngine } from '../../src/search/engine.ts';
import { DIST, readBuilt } from '../support/dist.ts';

const TOWNSHIPS = ['654026101', '653024100'];
const QUERIES = ['宅基地', '低保', '防溺水 学校', '教育局', '"一、"', 'fnsgz', '學校', '拆迁', '管', ''];

const read = (path: string) => readFileSync(join(DIST, path));
const site = await openEngine(async (path) => read(path));

async function ownSearch(code: string): Promise<Engine> {
  const find = await openPack(new Blob([read(searchPack(code))]));
  return openEngine(async (path) => {
    const root = path.startsWith('search/core') ? searchRoot(code) : '';
    return new Uint8Array((await find(root + path)?.arrayBuffer()) ?? new ArrayBuffer());
  });
}

async function addresses({ find, index }: Engine, query: string, township: string): Promise<string[]> {
  const { pages } = await find(query, { limit: Number.POSITIVE_INFINITY, filters: { township } });
  return Promise.all(pages.map(async (page) => (await index.fragment(page)).url));
}

test.each(TOWNSHIPS)('%s: its own search finds what the whole finds of it', async (code) => {
  const own = await ownSearch(code);
  for (const query of QUERIES) {
    const found = await addresses(own, query, code);
    expect(found.toSorted(), query).toEqual((await addresses(site, query, code)).toSorted());
    expect(found.every((url) => url.startsWith(`/townships/${code}/`))).toBe(true);
  }
  const { only, pages } = await own.find('管');
  expect(only).toBe(own.core.facets.township[0]?.[1]);
  expect(pages.length).toBeGreaterThan(10);
  expect((await site.find('管')).only).toBeUndefined();
});

test.each(TOWNSHIPS)('%s: every page is packed as it was published, and the size is told', async (code) => {
  const find = await openPack(new Blob([read(pagesPack(code))]));
  const pages = pathsIn(join(DIST, 'townships', code)).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const path = `townships/${code}/${page}`;
    expect(await find(path)?.text(), path).toBe(readBuilt(path));
  }
  const bytes = read(pagesPack(code)).length + read(searchPack(code)).length;
  expect(JSON.parse(readBuilt(packSize(code)))).toEqual({ bytes });
  expect(bytes).toBeLessThan(800_000);
});
