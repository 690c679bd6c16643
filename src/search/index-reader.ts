/**
 * Reads Pagefind's files (version 1.6.0, the version that package.json names): page table, words, fragments, filters.
 * Pagefind's own client would be 68 KB to load before the first word, and does not tell where words stand.
 */
import { type Cbor, decodeCbor } from './cbor.ts';
import { compareWords } from './fold.ts';

/** One page that has a word. */
export interface Posting {
  page: number;
  /** Places of the word on the page, counted in words, and the weight of each. */
  places: number[];
  weights: number[];
}

export interface Fragment {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: { title: string };
}

export interface IndexReader {
  pageCount: number;
  /** Words that take long to load. */
  heavy: ReadonlySet<string>;
  postings(word: string): Promise<Posting[]>;
  /** The postings of every word that begins with these characters. */
  postingsFrom(start: string): Promise<Posting[]>;
  fragment(page: number): Promise<Fragment>;
  /** The pages of every value of a filter. */
  filter(name: string): Promise<Map<string, number[]>>;
}

/** Gets a file by its path below Pagefind's folder. */
export type Load = (path: string) => Promise<Uint8Array>;

type Meta = [
  version: string,
  pages: [key: string, words: number, file: string][],
  words: [from: string, to: string, hash: string][],
  filters: [name: string, hash: string][],
];
type Word = [text: string, pages: [step: number, places: number[]][]];
type Filter = [name: string, values: [value: string, pages: number[]][]];

export async function openIndex(
  meta: string,
  load: Load,
  heavy: readonly string[] = [],
): Promise<IndexReader> {
  const [, pages, files, filters] = (await cbor(`pagefind.${meta}.pf_meta`)) as unknown as Meta;
  const words = kept(async (hash: string) => {
    const [list] = (await cbor(`index/${hash}.pf_index`)) as unknown as [Word[]];
    return list;
  });
  const fragments = kept(async (file: string): Promise<Record<string, Fragment>> => {
    const bytes = await unpack(await load(`fragment/${file}.pf_fragment`));
    return JSON.parse(new TextDecoder().decode(bytes));
  });
  const fragment = async (page: number): Promise<Fragment> => {
    const [key = '', , file = ''] = pages[page] ?? [];
    return (await fragments(file))[key] as Fragment;
  };
  const filter = kept(async (name: string) => {
    const hash = filters.find(([known]) => known === name)?.[1];
    const [, values] = (await cbor(`filter/${hash}.pf_filter`)) as unknown as Filter;
    return new Map(values);
  });
  return { pageCount: pages.length, heavy: new Set(heavy), postings, postingsFrom, fragment, filter };

  async function cbor(path: string): Promise<Cbor> {
    return decodeCbor(await unpack(await load(path)));
  }

  async function postings(word: string): Promise<Posting[]> {
    const file = files.find(([from, to]) => compareWords(from, word) <= 0 && compareWords(word, to) <= 0);
    const entry = file && (await words(file[2])).find(([text]) => text === word);
    return entry ? readPostings(entry) : [];
  }

  async function postingsFrom(start: string): Promise<Posting[]> {
    const last = `${start}\u{10ffff}`;
    const some = files.filter(([from, to]) => compareWords(from, last) <= 0 && compareWords(start, to) <= 0);
    const lists = await Promise.all(some.map(([, , hash]) => words(hash)));
    return lists.flat().flatMap((word) => (word[0].startsWith(start) ? readPostings(word) : []));
  }
}

/** Places are written as steps, in runs of one weight: [-25, 3, 4, -169, 0] is 3 and 7 with weight 1, 0 with weight 7. */
function readPostings([, pages]: Word): Posting[] {
  let page = 0;
  return pages.map(([step, steps]) => {
    page += step;
    const posting: Posting = { page, places: [], weights: [] };
    let weight = 1;
    let place = 0;
    for (const value of steps) {
      if (value < 0) {
        weight = (-1 - value) / 24;
        place = 0;
      } else {
        place += value;
        posting.places.push(place);
        posting.weights.push(weight);
      }
    }
    return posting;
  });
}

/** Answers the same question once; an answer that failed is asked for again. */
function kept<Key, Value>(ask: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const answers = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const answer = ask(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

const SIGNATURE = 'pagefind_dcd';

/** Takes gzip and Pagefind's signature off; a server may have taken off gzip already. */
async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = gzipped ? await gunzip(bytes) : bytes;
  return plain.subarray(SIGNATURE.length);
}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Response(bytes as BodyInit).body?.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
