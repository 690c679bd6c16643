/**
 * Parts put together: every word with its pages in all parts, under the page numbers of the whole. The bytes that say
 * where a word stands on a page are carried over as they are.
 */
import { compareWords } from '../fold.ts';
import { CborWalker, CborWriter, KIND } from './cbor.ts';
import type { Filter, IndexPart } from './part.ts';

export interface Merged {
  /** How many words each page has. */
  lengths: number[];
  filters: Filter[];
  words: MergedWord[];
}

export interface MergedWord {
  text: string;
  /** The word as Pagefind writes it. */
  bytes: Uint8Array;
}

/** The index of all pages, which are numbered in the order of their addresses here. */
export function mergeParts(parts: readonly IndexPart[], urls: readonly string[]): Merged {
  const numbers = new Map(urls.map((url, page) => [url, page]));
  const lengths: number[] = [];
  const sources = parts.map(({ pages, words }): Source => {
    const pageOf = Uint32Array.from(pages, ({ url }) => numbers.get(url) ?? differs(url));
    pages.forEach(({ url, words: count }, at) => {
      const page = pageOf[at] as number;
      if (lengths[page] !== undefined) differs(url);
      lengths[page] = count;
    });
    return { bytes: words, pageOf };
  });
  for (const [page, url] of urls.entries()) if (lengths[page] === undefined) differs(url);
  return {
    lengths,
    filters: mergeFilters(parts, sources),
    words: mergeWords(sources, urls.length),
  };
}

function differs(url: string): never {
  throw new Error(`search: ${url} is not once among the pages and once in the parts of the index`);
}

interface Source {
  bytes: Uint8Array;
  /** The page numbers of the whole by those of the part. */
  pageOf: Uint32Array;
}

function mergeFilters(parts: readonly IndexPart[], sources: readonly Source[]): Filter[] {
  const names = new Map<string, Map<string, number[]>>();
  parts.forEach(({ filters }, part) => {
    for (const [name, values] of filters) {
      const known = names.get(name) ?? new Map<string, number[]>();
      names.set(name, known);
      for (const [value, pages] of values) {
        const all = known.get(value) ?? [];
        known.set(value, all);
        for (const page of pages) all.push(sources[part]?.pageOf[page] as number);
      }
    }
  });
  return inOrder(names).map(([name, values]) => [
    name,
    inOrder(values).map(([value, pages]) => [value, pages.sort((a, b) => a - b)]),
  ]);
}

const inOrder = <T>(named: ReadonlyMap<string, T>): [string, T][] =>
  [...named].sort(([a], [b]) => compareWords(a, b));

/** Where something stands: the part, and the place in its bytes. */
type Place = [source: number, at: number];

function mergeWords(sources: readonly Source[], pageCount: number): MergedWord[] {
  const places = new Map<string, Place[]>();
  sources.forEach(({ bytes }, source) => {
    const walker = new CborWalker(bytes);
    while (walker.at < bytes.length) {
      walker.head();
      note(places, walker.text(), [source, walker.at]);
      walker.skip();
      walker.skip();
    }
  });
  const merger = new Merger(sources, pageCount);
  return inOrder(places).map(([text, some]) => ({ text, bytes: merger.word(text, some) }));
}

function note(places: Map<string, Place[]>, text: string, place: Place) {
  const known = places.get(text);
  if (known) known.push(place);
  else places.set(text, [place]);
}

/** Writes one word after the other; has a table of all pages, and of those found how their bytes lie in their part. */
class Merger {
  readonly #sources: readonly Source[];
  readonly #writer = new CborWriter();
  readonly #found: Uint32Array;
  readonly #source: Uint16Array;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;

  constructor(sources: readonly Source[], pageCount: number) {
    this.#sources = sources;
    this.#found = new Uint32Array(pageCount);
    this.#source = new Uint16Array(pageCount);
    this.#from = new Uint32Array(pageCount);
    this.#to = new Uint32Array(pageCount);
  }

  word(text: string, places: readonly Place[]): Uint8Array {
    this.#writer.head(KIND.array, 3);
    this.#writer.text(text);
    const after = this.#pages(places);
    this.#variants(after);
    return this.#writer.take();
  }

  /** Writes the pages listed at these places; returns the places after the lists. */
  #pages(places: readonly Place[]): Place[] {
    let count = 0;
    const after = places.map(([source, at]): Place => {
      const walker = new CborWalker(this.#sources[source]?.bytes as Uint8Array, at);
      count = this.#collect(walker, source, count);
      return [source, walker.at];
    });
    const found = this.#found.subarray(0, count).sort();
    this.#writer.head(KIND.array, count);
    let before = 0;
    for (const page of found) {
      this.#writer.head(KIND.array, 3);
      this.#writer.head(KIND.number, page - before);
      const { bytes } = this.#sources[this.#source[page] as number] as Source;
      this.#writer.copy(bytes, this.#from[page], this.#to[page]);
      before = page;
    }
    return after;
  }

  /** Notes the pages of one list, after so many others; returns how many there are now. */
  #collect(walker: CborWalker, source: number, count: number): number {
    const { pageOf } = this.#sources[source] as Source;
    const more = walker.head();
    let local = 0;
    for (let at = count; at < count + more; at += 1) {
      walker.head();
      local += walker.head();
      const page = pageOf[local] as number;
      this.#found[at] = page;
      this.#source[page] = source;
      this.#from[page] = walker.at;
      walker.skip();
      walker.skip();
      this.#to[page] = walker.at;
    }
    return count + more;
  }

  /** Other spellings of a word, each with its pages: é under e. */
  #variants(places: readonly Place[]) {
    const variants = new Map<string, Place[]>();
    for (const [source, at] of places) {
      const walker = new CborWalker(this.#sources[source]?.bytes as Uint8Array, at);
      for (let left = walker.head(); left > 0; left -= 1) {
        walker.head();
        note(variants, walker.text(), [source, walker.at]);
        walker.skip();
      }
    }
    this.#writer.head(KIND.array, variants.size);
    for (const [text, some] of inOrder(variants)) {
      this.#writer.head(KIND.array, 2);
      this.#writer.text(text);
      this.#pages(some);
    }
  }
}
