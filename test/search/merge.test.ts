/** The index put together from parts, held against the one that Pagefind makes of all records at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentSchema } from '../../src/domain/department.ts';
import { townshipSchema } from '../../src/domain/township.ts';
import { type Merged, mergeParts } from '../../src/search/build/merge.ts';
import { unpack } from '../../src/search/build/pack.ts';
import { buildIndex, close, type IndexFile } from '../../src/search/build/pagefind.ts';
import { indexPart } from '../../src/search/build/part.ts';
import type { SearchRecord } from '../../src/search/build/record.ts';
import { departmentRecords, dutyRecords, townshipRecord } from '../../src/search/build/records.ts';
import { type Cbor, decodeCbor } from '../../src/search/cbor.ts';

const json = (path: string) => JSON.parse(readFileSync(`content/${path}`, 'utf8'));
const townships = readdirSync('content/townships').map((file) =>
  townshipSchema.parse(json(`townships/${file}`)),
);
const groups: SearchRecord[][] = [
  ...townships.map((township) => dutyRecords(township, (published) => published)),
  townships.map(townshipRecord),
  json('departments.json').flatMap((department: unknown) =>
    departmentRecords(departmentSchema.parse(department)),
  ),
];

afterAll(close);

/** `[text, [[step, places, places in metadata]…], variants]` */
type Word = [string, [number, Cbor, Cbor][], [string, [number, Cbor, Cbor][]][]];

/** Of every word: the pages that have it by their addresses, each with its places and weights. */
function wordsByAddress(words: readonly Word[], urls: readonly string[]) {
  const pagesOf = (entries: Word[1]) => {
    let page = 0;
    const found = entries.map(([step, ...places]): [string, Cbor[]] => {
      page += step;
      return [urls[page] ?? '', places];
    });
    return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return new Map(
    words.map(([text, pages, variants]) => [
      text,
      [pagesOf(pages), variants.map(([form, entries]) => [form, pagesOf(entries)])],
    ]),
  );
}

/** What Pagefind wrote, read as it is. */
function whole(files: readonly IndexFile[]) {
  const read = (path: RegExp) =>
    files
      .filter((file) => path.test(file.path))
      .map(({ path, content }) => ({ path, bytes: unpack(content) }));
  const fragments = new Map(
    read(/^fragment/).map(({ path, bytes }) => [
      path.slice('fragment/'.length, -'.pf_fragment'.length),
      JSON.parse(Buffer.from(bytes).toString()),
    ]),
  );
  const [table] = read(/pf_meta$/).map(({ bytes }) => decodeCbor(bytes) as [string, [string, number][]]);
  const pages = table?.[1].map(([hash, words]) => ({ url: String(fragments.get(hash).url), words })) ?? [];
  const urls = pages.map(({ url }) => url);
  const words = read(/^index/).flatMap(({ bytes }) => (decodeCbor(bytes) as unknown as [Word[]])[0]);
  const filters = read(/^filter/).map(({ bytes }) => decodeCbor(bytes) as unknown as Merged['filters'][0]);
  return { pages, words: wordsByAddress(words, urls), filters: filtersByAddress(filters, urls) };
}

const filtersByAddress = (filters: Merged['filters'], urls: readonly string[]) =>
  Object.fromEntries(
    filters.map(([name, values]) => [
      name,
      Object.fromEntries(values.map(([value, pages]) => [value, pages.map((page) => urls[page]).sort()])),
    ]),
  );

describe('the real content, a part a township', () => {
  let all: ReturnType<typeof whole>;
  let merged: Merged;
  // Unlike the order of the parts, so that pages of one part do not lie together.
  const urls = groups
    .flat()
    .map(({ url }) => url)
    .sort((a, b) => (a.slice(-9) < b.slice(-9) ? -1 : 1));
  beforeAll(async () => {
    all = whole(await buildIndex(groups.flat()));
    const parts = await Promise.all(groups.map(indexPart));
    merged = mergeParts(parts, urls);
  }, 60_000);

  it('has the same words on the same pages, at the same places with the same weights', () => {
    const words = merged.words.map(({ bytes }) => decodeCbor(bytes) as unknown as Word);
    expect(words.length).toBeGreaterThan(20_000);
    expect(words.map(([text]) => text)).toEqual(merged.words.map(({ text }) => text));
    const byAddress = wordsByAddress(words, urls);
    expect([...byAddress.keys()].sort()).toEqual([...all.words.keys()].sort());
    const differing = [...byAddress].filter(
      ([text, pages]) => JSON.stringify(pages) !== JSON.stringify(all.words.get(text)),
    );
    expect(differing).toEqual([]);
  });

  it('has the same filters, and pages of the same length', () => {
    expect(filtersByAddress(merged.filters, urls)).toEqual(all.filters);
    const lengths = new Map(all.pages.map(({ url, words }) => [url, words]));
    expect(merged.lengths).toEqual(urls.map((url) => lengths.get(url)));
  });
});

describe('a few pages', () => {
  const page = (name: string, text: string): SearchRecord => ({
    url: `/${name}/`,
    title: name,
    names: [],
    cells: [[{ text }]],
    filters: {},
  });

  it('keep what Pagefind files under another spelling', async () => {
    const records = [page('a', 'éé'), page('b', 'ee'), page('c', 'éé')];
    const merged = mergeParts(await Promise.all(records.map((record) => indexPart([record]))), [
      '/c/',
      '/b/',
      '/a/',
    ]);
    const word = merged.words.find(({ text }) => text === 'ee');
    expect(decodeCbor(word?.bytes ?? new Uint8Array())).toMatchObject([
      'ee',
      [[1, {}, []]],
      [
        [
          'éé',
          [
            [0, {}, []],
            [2, {}, []],
          ],
        ],
      ],
    ]);
  });

  it('must be in one part each', async () => {
    const part = await indexPart([page('a', '甲')]);
    expect(() => mergeParts([part], ['/a/', '/b/'])).toThrow('/b/');
    expect(() => mergeParts([part], [])).toThrow('/a/');
    expect(() => mergeParts([part, part], ['/a/'])).toThrow('/a/');
  });
});
