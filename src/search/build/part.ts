/**
 * A part of the index: what Pagefind makes of some of the records, as far as the whole is put together from it. Nothing
 * in it knows of other parts: words stand at their places on a page, and what pages weigh among others is reckoned by
 * who reads the index.
 */
import { type Cbor, decodeCbor } from '../cbor.ts';
import { CborWalker, CborWriter } from './cbor.ts';
import { unpack } from './pack.ts';
import { buildIndex, type IndexFile } from './pagefind.ts';
import type { SearchRecord } from './record.ts';

export interface IndexPart {
  /** In the order of Pagefind's page table, with the number of words on each. */
  pages: { url: string; words: number }[];
  filters: Filter[];
  /** Pagefind's words as it writes them, one after another: `[text, [[step, places, places in metadata]…], variants]` */
  words: Uint8Array;
}

export type Filter = [name: string, values: [value: string, pages: number[]][]];

type Meta = [
  version: string,
  pages: [hash: string, words: number, group: string][],
  words: [from: string, to: string, hash: string][],
  filters: [name: string, hash: string][],
  ...others: Cbor[][],
];

export const indexPart = async (records: readonly SearchRecord[]): Promise<IndexPart> =>
  readPart(await buildIndex(records));

export function readPart(files: readonly IndexFile[]): IndexPart {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const bytes = (path: string): Uint8Array => unpack(byPath.get(path) ?? new Uint8Array());
  const table = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!table) return { pages: [], filters: [], words: new Uint8Array() };
  const [, pages, words, filters, ...others] = decodeCbor(unpack(table.content)) as unknown as Meta;
  if (others.some(({ length }) => length > 0))
    throw new Error('Pagefind: a page table that is not understood');
  return {
    pages: pages.map(([hash, count]) => ({
      url: JSON.parse(Buffer.from(bytes(`fragment/${hash}.pf_fragment`)).toString()).url,
      words: count,
    })),
    filters: filters.map(([, hash]) => decodeCbor(bytes(`filter/${hash}.pf_filter`)) as unknown as Filter),
    words: joined(words.map(([, , hash]) => bytes(`index/${hash}.pf_index`))),
  };
}

/** The words of several of Pagefind's files, each `[[word…]]`, without what is around them. */
function joined(files: readonly Uint8Array[]): Uint8Array {
  const writer = new CborWriter();
  for (const file of files) {
    const walker = new CborWalker(file);
    walker.head();
    walker.head();
    writer.copy(file, walker.at);
  }
  return writer.take();
}
