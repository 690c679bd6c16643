/**
 * The search index of a built site: content and guide pages → Pagefind, part by part → `dist/pagefind/` and
 * `dist/search/*.json`, and of each township by itself, packed for reading without a network → `dist/offline/`. Run by
 * `npm run build` after `astro build`; what it wrote before and is as it shall be, it leaves.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'yaml';
import { readContent } from '../src/build/content.ts';
import { openKept } from '../src/build/kept.ts';
import { LISTS } from '../src/domain/lists.ts';
import type { Township } from '../src/domain/township.ts';
import { searchPack, searchRoot } from '../src/offline/protocol.ts';
import { type Finished, finish } from '../src/search/build/finish.ts';
import { guideRecord } from '../src/search/build/guide-page.ts';
import { signed } from '../src/search/build/pack.ts';
import { buildIndex, close } from '../src/search/build/pagefind.ts';
import { type IndexPart, indexPart } from '../src/search/build/part.ts';
import type { SearchRecord } from '../src/search/build/record.ts';
import {
  type CategoryName,
  departmentRecords,
  dutyRecords,
  townshipLabel,
  townshipRecord,
} from '../src/search/build/records.ts';
import { core, facets, hints, pageFacets } from '../src/search/build/side-data.ts';
import { readSynonyms } from '../src/search/build/synonyms.ts';
import { inTurns } from '../src/search/in-turns.ts';
import { CORE_FILE, FACETS_FILE, FOLDER, HINTS_FILE } from '../src/search/layout.ts';
import { readCategories, vocabulary } from '../src/site/vocabulary.ts';
import { openPartCache } from './lib/part-cache.ts';
import { writeChanged, writeIndex } from './lib/write-index.ts';
import { writePack } from './lib/write-pack.ts';

const { DIST_DIR = 'dist' } = process.env;

/** What the site's own search reads of an index; the rest is for Pagefind's client. */
const READ = /^(index|fragment|table)\//;

const { townships, departments, counterparts } = readContent();
const categories = readCategories();
const synonyms = readSynonyms(parse(readFileSync(join(vocabulary, 'synonyms.yaml'), 'utf8')));

const counties = Object.fromEntries(townships.map(({ county }) => [county.code, county.name]));

const groupNames = groups();
const groupOf = ({ url }: SearchRecord): string => groupNames.get(url) ?? url.replace(/\d{6}\/$/, '');
const duties = townships.map((township) => dutyRecords(township, categoryName()).filter(isBuilt));
const others = [townships.map(townshipRecord), departments.flatMap(departmentRecords), guides()].map((some) =>
  some.filter(isBuilt),
);
const pages = sideBySide([...duties, ...others].flat());
const cache = openPartCache();
const empty = await cache.get('no records', () => buildIndex([]));
const parts = await indexParts([...duties, ...others]);
await close(); // its memory is free for what follows
const index = finish(empty, parts, pages, groupOf);
cache.prune();
writeIndex(join(DIST_DIR, 'pagefind'), index.files, index.client);
for (const [path, content] of sideFiles(pages, index)) writeChanged(join(DIST_DIR, path), content);
writeOwnSearches();
// Pagefind's process has ended; it is taken note of between our steps, and only then does its time count as this one's.
await setTimeout(10);

/** Records of one group after one another, groups in the order of their first: duties that are the same, a body's offices. */
function sideBySide(some: readonly SearchRecord[]): SearchRecord[] {
  return [...Map.groupBy(some, groupOf).values()].flat();
}

function page(url: string): string {
  return join(DIST_DIR, url, 'index.html');
}

function isBuilt({ url }: SearchRecord): boolean {
  return existsSync(page(url));
}

/** A part a township, one each of what else there is; what was indexed before is not indexed again. */
function indexParts(groups: readonly SearchRecord[][]): Promise<IndexPart[]> {
  const indexed = (records: SearchRecord[]) => cache.get(JSON.stringify(records), () => indexPart(records));
  return inTurns(groups, indexed, 2); // one is written out for Pagefind while it reads the other
}

function guides() {
  const names = readdirSync('content/pages').map((file) => file.replace(/\.mdx$/, ''));
  return names
    .map((name) => `/${name}/`)
    .filter((url) => existsSync(page(url)))
    .map((url) => guideRecord(url, readFileSync(page(url), 'utf8')));
}

function categoryName(): CategoryName {
  const names = new Map(
    categories.flatMap(({ name, variants }) => variants.map((variant) => [variant, name])),
  );
  return (published) => names.get(published) ?? published;
}

/** What lies beside the index of these pages. */
function sideFiles(some: readonly SearchRecord[], { tables, heavy }: Finished, root?: string) {
  const { facets: values, ...words } = sideData(some);
  return Object.entries({
    [CORE_FILE]: { root, ...core(some, { tables, heavy, ...words, facets: values }) },
    [FACETS_FILE]: pageFacets(some, values),
    [HINTS_FILE]: hints(some),
  }).map(([file, content]): [string, Buffer] => [FOLDER + file, Buffer.from(JSON.stringify(content))]);
}

/** The search of each township; where its duties are as they were, it lies there already. */
function writeOwnSearches() {
  const kept = openKept('own-search', DIST_DIR);
  const names = JSON.stringify([
    synonyms,
    counties,
    categories,
    departments.map(({ id, name }) => [id, name]),
  ]);
  townships.forEach(({ code }, at) => {
    const records = duties[at] ?? [];
    const input = JSON.stringify([records, records.map(groupOf)]) + names;
    if (!kept.has([searchPack(code)], input)) writeOwnSearch(code, records, parts[at] as IndexPart);
  });
  kept.close();
}

/** The whole search of one township's duties: so many results, and none that is not kept with it. */
function writeOwnSearch(code: string, records: readonly SearchRecord[], part: IndexPart) {
  const own = sideBySide(records);
  const ownIndex = finish(empty, [part], own, groupOf);
  const root = searchRoot(code);
  const files = [
    ...sideFiles(own, ownIndex, root),
    ...ownIndex.files
      .filter(({ path }) => READ.test(path))
      .map(({ path, content }): [string, Uint8Array] => [`pagefind/${path}`, signed(content)]),
  ];
  writePack(
    join(DIST_DIR, searchPack(code)),
    new Map(files.map(([path, content]) => [root + path, content])),
  );
}

function sideData(some: readonly SearchRecord[]) {
  const ids = {
    township: new Map(townships.map((township: Township) => [townshipLabel(township), township.code])),
    list: new Map(Object.values(LISTS).map(({ chinese, slug }) => [chinese, slug])),
    category: new Map(categories.map(({ name, id }) => [name, id])),
    department: new Map(departments.map(({ name, id }) => [name, id])),
  };
  return {
    facets: facets(some, ids),
    counties,
    synonyms,
    groups: groupNames,
  };
}

/** Duties that are the same in several townships: by the address of each a name that they share, after their first. */
function groups(): Map<string, string> {
  return new Map(
    counterparts.flatMap(({ duties }) => duties.map((id) => [`/townships/${id}/`, `like ${duties[0]}`])),
  );
}
