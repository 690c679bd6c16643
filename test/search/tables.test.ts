/** The tables by which the reader finds files, written and read back. */
import { expect, it } from 'vitest';
import { encodeCbor } from '../../src/search/build/cbor.ts';
import { pack } from '../../src/search/build/pack.ts';
import { tablesOf } from '../../src/search/build/tables.ts';
import { openIndex } from '../../src/search/index-reader.ts';
import { fragmentKey, paths, type WordTable } from '../../src/search/layout.ts';
import { fromSteps, toSteps } from '../../src/search/steps.ts';

/** 300 word files of three words each: 0000 0001 0002, 0010 0011 0012, … each on the page of its number. */
const wordFiles = Array.from({ length: 300 }, (_, file) =>
  [0, 1, 2].map((word) => `${String(file).padStart(3, '0')}${word}`),
);
/** 1,300 pages, seven to a file of fragments, so that files reach over the borders of tables. */
const pages = Array.from({ length: 1300 }, (_, page) => ({
  file: `f${Math.floor(page / 7)}`,
  number: page % 90,
}));

const townships = new Map([
  ['653121100', [7, 3, 1299]],
  ['653121101', [0]],
]);

const { files, root } = tablesOf(
  wordFiles.map(([from = ''], file): WordTable[0] => [from, `w${file}`]),
  pages,
  townships,
);
const stored = new Map([
  ...files.map(({ path, content }): [string, Uint8Array] => [path, content]),
  ...wordFiles.map((words, file): [string, Uint8Array] => [
    paths.words(`w${file}`),
    encodeCbor([words.map((word) => [word, [[Number(word), [5], []]], []])]),
  ]),
  ...pages.map(({ file }): [string, Uint8Array] => [paths.fragments(file), fragmentsOf(file)]),
]);
const loaded: string[] = [];
const index = openIndex({ tables: root, heavy: [] }, async (path) => {
  loaded.push(path);
  return pack(stored.get(path) ?? new Uint8Array());
});

function fragmentsOf(file: string): Uint8Array {
  const own = pages.flatMap((one, page) =>
    one.file === file ? [[fragmentKey(page), { url: `/${page}/` }]] : [],
  );
  return Buffer.from(JSON.stringify(Object.fromEntries(own)));
}

it('find every word, and none that is not there', async () => {
  for (const word of wordFiles.flat()) {
    expect(await index.postings(word)).toEqual([{ page: Number(word), places: [5], weights: [1] }]);
  }
  for (const word of ['', '0003', '0009', '9', '宅基']) expect(await index.postings(word)).toEqual([]);
});

it('find the words that begin alike, also over the border of a table', async () => {
  const pagesFrom = async (start: string) => (await index.postingsFrom(start)).map(({ page }) => page);
  expect(await pagesFrom('06')).toEqual(
    Array.from({ length: 30 }, (_, at) => 600 + 10 * Math.floor(at / 3) + (at % 3)),
  );
  expect((await pagesFrom('')).length).toBe(900);
  expect(await pagesFrom('3')).toEqual([]);
});

it('find the fragment and the number of every page', async () => {
  for (const [page, { number }] of pages.entries()) {
    expect(await index.fragment(page)).toEqual({ url: `/${page}/` });
    expect(await index.number(page)).toBe(number);
  }
});

it('find the duties of every township in their order', async () => {
  for (const [code, own] of townships) expect(await index.township(code)).toEqual(own);
});

it('are loaded once, and only those that are needed', async () => {
  expect(new Set(loaded).size).toBe(loaded.length);
  const fresh: string[] = [];
  const other = openIndex({ tables: root, heavy: [] }, async (path) => {
    fresh.push(path);
    return pack(stored.get(path) ?? new Uint8Array());
  });
  await other.postings('1501');
  await other.fragment(1299);
  expect(fresh.length).toBe(4);
});

it('numbers are the same after they were steps', () => {
  expect(toSteps([3, 3, 5, -1])).toEqual([3, 0, 2, -6]);
  expect(fromSteps([3, 0, 2, -6])).toEqual([3, 3, 5, -1]);
});
