/**
 * The public search of the site, at the fixed address `/search/search.js`: `search(query, { filters, literal, limit })`.
 * Pages load it when somebody searches, not before.
 */
import { type Engine, type Found, type Options, openEngine } from './engine.ts';
import { findParts as findPartsIn, type Parts } from './find-parts.ts';
import { findRanges, foldWithPlaces, type Range } from './fold.ts';
import { inTurns } from './in-turns.ts';
import type { Fragment } from './index-reader.ts';
import { FACETS, type Facet } from './layout.ts';
import { once } from './memo.ts';
import { excerpt, type PrintedCell, printedCells } from './query/excerpt.ts';
import type { Expansion } from './query/expand.ts';
import { type FacetCount, facetCounts } from './query/filter.ts';
import { namesOf, nearestWords, oneWord, wordsIn } from './query/nearest.ts';
import { grouped, ledBy } from './query/rank.ts';

export type { FacetCount, Filters } from './query/filter.ts';
export type { Expansion, Facet, Found, Options, Parts };

export type Kind = 'duty' | 'department' | 'township' | 'page';

export interface Result {
  /** Address on this site, its base path included. */
  url: string;
  title: string;
  kind: Kind;
  /** Of a duty: 654026101/cooperative/27. */
  id?: string;
  /** Passage as printed; for a duty found by its name alone, the start of its text. */
  excerpt: string;
  /** Where the words searched for stand in the excerpt and in the title. */
  marks: Range[];
  titleMarks: Range[];
  /** Of a duty: 昭苏县喀夏加尔镇 · cooperative · 平安法治 · 教育局, 公安局 */
  township?: string | undefined;
  list?: string | undefined;
  category?: string | undefined;
  departments: string[];
}

export interface Answer {
  /** How many results there are, whatever the limit. */
  total: number;
  /** False where too many texts would have to be read to settle the total; `limit: Infinity` settles all. */
  exact: boolean;
  /** Wordings searched beside those typed. */
  expanded: Expansion[];
  results: Result[];
}

const base = new URL('../', import.meta.url);
const DEFAULT_LIMIT = 10;

const opening = () => once((): Promise<Engine> => openEngine(load));
let opened = opening();

/** The engine, opened at the first search. */
export const engine = (): Promise<Engine> => opened();

/**
 * Does what asks the index. Where that fails it is done once more with the index opened anew: a new edition has files of
 * other names, and without a network there is a township's own index.
 */
export async function anew<T>(work: () => Promise<T>): Promise<T> {
  const before = opened;
  try {
    return await work();
  } catch {
    if (opened === before) opened = opening();
    return work();
  }
}

async function load(path: string, kind: 'kept' | 'fresh'): Promise<Uint8Array> {
  const response = await fetch(new URL(path, base), kind === 'fresh' ? { cache: 'no-cache' } : {});
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Results in rank order. An empty query lists the duties that the filters leave, township by township and list by list:
 * those of townships that are asked for by their numbers too.
 */
export function search(query: string, options: Options = {}): Promise<Answer> {
  const { limit = DEFAULT_LIMIT } = options;
  return anew(async () => {
    const found = await find(query, { ...options, limit });
    const results = await present(found, found.pages.slice(0, limit));
    return { total: found.pages.length, exact: found.exact, expanded: found.expanded, results };
  });
}

/** The pages found, their texts not yet read. */
export async function find(query: string, options: Options = {}): Promise<Found> {
  return (await engine()).find(query, options);
}

/** For a query that finds nothing: what the known words in it find. */
export async function findParts(query: string, options: Options = {}): Promise<Parts | null> {
  return findPartsIn(await engine(), query, options);
}

/** Texts once cut into cells. */
const printed = new WeakMap<Fragment, PrintedCell[]>();

/** Pages as results, with the words found in them marked. */
export function present({ engine: { index }, marks }: Found, pages: readonly number[]): Promise<Result[]> {
  return inTurns(pages, async (page) => {
    const fragment = await index.fragment(page);
    const { url, content, filters, meta } = fragment;
    const cells = printed.get(fragment) ?? printedCells(content);
    printed.set(fragment, cells);
    const passage = excerpt(cells, marks);
    return {
      ...address(url),
      title: meta.title,
      excerpt: passage.text,
      marks: passage.marks,
      titleMarks: findRanges(foldWithPlaces(meta.title), marks),
      township: filters[FACETS.township]?.[0],
      category: filters[FACETS.category]?.[0],
      departments: filters[FACETS.department] ?? [],
    };
  });
}

const DUTY = /^\/townships\/(\d{9}\/([a-z]+)\/\d+)\/$/;

function address(path: string): Pick<Result, 'url' | 'kind' | 'id' | 'list'> {
  const url = new URL(path.slice(1), base).pathname;
  const [, id, list] = DUTY.exec(path) ?? [];
  if (id) return { url, kind: 'duty', id, list };
  if (path.startsWith('/departments/')) return { url, kind: 'department' };
  return { url, kind: path.startsWith('/townships/') ? 'township' : 'page' };
}

/** A duty of a group that is not shown in full. */
export interface Counterpart {
  url: string;
  township: string;
  list: string;
}

/** Pages of the same duty together, in the order of the best of each; that of the first of some townships leads its group. */
export function groups(
  { engine: { core } }: Found,
  pages: readonly number[],
  townships: readonly string[] = [],
): number[][] {
  const codeOf = (page: number) => core.facets.township[core.township[page] ?? -1]?.[0];
  return grouped(pages, (page) => core.group[page] ?? -1 - page).map((some) =>
    ledBy(some, townships, codeOf),
  );
}

/** Those of the pages found that are duties, not departments, townships or guide pages. */
export const duties = ({ engine: { core }, pages }: Found): number[] =>
  pages.filter((page) => (core.township[page] ?? -1) >= 0);

/** Where a duty is, told without reading its text. */
export async function counterpart({ engine: { core, index } }: Found, page: number): Promise<Counterpart> {
  const [code = '', township = ''] = core.facets.township[core.township[page] ?? -1] ?? [];
  const [list = ''] = core.facets.list[Number(core.list[page])] ?? [];
  const { pathname } = new URL(`townships/${code}/${list}/${await index.number(page)}/`, base);
  return { url: pathname, township, list };
}

/** For every filter its values and how many results each would leave. */
export async function counts({ engine, unfiltered, filters }: Found): Promise<Record<Facet, FacetCount[]>> {
  const { core, facets } = engine;
  return facetCounts(unfiltered, filters, { values: core.facets, pages: await facets() });
}

/** Words that find something, for a query that found nothing. */
export const nearest = (query: string): Promise<string[]> =>
  anew(async () => {
    const { hints, core, find: search } = await engine();
    const sayings = core.synonyms.map(([say = '']) => oneWord(say));
    const names = namesOf(await hints());
    const together = wordsIn(query, [...names, ...sayings]).join(' ');
    const found = together.includes(' ') && (await search(together)).pages.length > 0;
    return [...(found ? [together] : []), ...nearestWords(query, names)];
  });

/** Names of the townships' counties, by the six digits with which their codes begin. */
export const counties = ({ engine: { core } }: Found): Record<string, string> => core.counties;

/** Gets what pinyin and nearest words need before somebody asks for it; who does will be told of a failure. */
export async function prepare(): Promise<void> {
  const { hints } = await engine();
  await hints().catch(() => {});
}
