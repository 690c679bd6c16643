/**
 * Reads Pagefind's files of words and fragments (version 1.6.0, the version that package.json names), which it finds by
 * tables of ours. Pagefind's own client would be 68 KB to load before the first word, its page table as large as the site
 * has pages, and it does not tell where words stand.
 */
import { type Cbor, decodeCbor } from './cbor.ts';
import { compareWords } from './fold.ts';
import {
  type Core,
  fragmentKey,
  PAGES_A_TABLE,
  type PageTable,
  paths,
  type TownshipTable,
  type WordTable,
} from './layout.ts';
import { kept } from './memo.ts';
import { fromSteps } from './steps.ts';

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
  /** Words that take long to load. */
  heavy: ReadonlySet<string>;
  postings(word: string): Promise<Posting[]>;
  /** The postings of every word that begins with these characters. */
  postingsFrom(start: string): Promise<Posting[]>;
  fragment(page: number): Promise<Fragment>;
  /** The pages of a township's duties, in the order of its lists. */
  township(code: string): Promise<number[]>;
  /** The number of a duty in its list. */
  number(page: number): Promise<number>;
  /** Begins to get the page tables, if they are few: results are named by them, and can then come one answer earlier. */
  tablesAhead(): void;
}

/** Gets a file by its path below Pagefind's folder. */
export type Load = (path: string) => Promise<Uint8Array>;

/** So many page tables, some 2 KB each, are got before it is known which are needed. */
const FEW_TABLES = 4;

type Word = [text: string, pages: [step: number, places: number[]][]];

export function openIndex({ tables, heavy }: Pick<Core, 'tables' | 'heavy'>, load: Load): IndexReader {
  const words = kept(async (digits: string) => ((await cbor(paths.words(digits))) as unknown as [Word[]])[0]);
  const wordTable = kept(async (digits: string) => (await cbor(paths.table(digits))) as WordTable);
  const pageTable = kept(async (digits: string) => {
    const [files, numbers] = (await cbor(paths.table(digits))) as PageTable;
    return { files: files.flatMap(([file, count]) => Array<string>(count).fill(file)), numbers };
  });
  const townshipTable = kept(async (digits: string) =>
    fromSteps((await cbor(paths.table(digits))) as TownshipTable),
  );
  const fragments = kept(async (digits: string): Promise<Record<string, Fragment>> => {
    const bytes = await unpack(await load(paths.fragments(digits)));
    return JSON.parse(new TextDecoder().decode(bytes));
  });
  return { heavy: new Set(heavy), postings, postingsFrom, fragment, township, number, tablesAhead };

  async function cbor(path: string): Promise<Cbor> {
    return decodeCbor(await unpack(await load(path)));
  }

  async function postings(word: string): Promise<Posting[]> {
    const entry = (await wordsBetween(word, word)).find(([text]) => text === word);
    return entry ? readPostings(entry) : [];
  }

  async function postingsFrom(start: string): Promise<Posting[]> {
    const some = await wordsBetween(start, `${start}\u{10ffff}`);
    return some.flatMap((word) => (word[0].startsWith(start) ? readPostings(word) : []));
  }

  /** The words of all files that can hold one of these. */
  async function wordsBetween(first: string, last: string): Promise<Word[]> {
    const some = await Promise.all(between(tables.words, first, last).map(([, digits]) => wordTable(digits)));
    const files = between(some.flat(), first, last);
    return (await Promise.all(files.map(([, digits]) => words(digits)))).flat();
  }

  async function fragment(page: number): Promise<Fragment> {
    const { files } = await tableOf(page);
    return (await fragments(files[page % PAGES_A_TABLE] ?? ''))[fragmentKey(page)] as Fragment;
  }

  function township(code: string): Promise<number[]> {
    return townshipTable(tables.townships[code] ?? '');
  }

  async function number(page: number): Promise<number> {
    return (await tableOf(page)).numbers[page % PAGES_A_TABLE] ?? 0;
  }

  function tablesAhead() {
    if (tables.pages.length <= FEW_TABLES)
      for (const digits of tables.pages) pageTable(digits).catch(() => {});
  }

  function tableOf(page: number) {
    return pageTable(tables.pages[Math.floor(page / PAGES_A_TABLE)] ?? '');
  }
}

/** Of entries that each reach up to the next, those that can hold a word from `first` to `last`. */
function between(entries: WordTable, first: string, last: string): WordTable {
  const upTo = (word: string) => {
    const after = entries.findIndex(([from]) => compareWords(from, word) > 0);
    return after < 0 ? entries.length : after;
  };
  return entries.slice(Math.max(0, upTo(first) - 1), upTo(last));
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
