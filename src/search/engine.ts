/** The search, over files got by their addresses: in the browser from the site, in tests from a folder. */
import { findWord, type WordFound, type WordMatch } from './find-word.ts';
import { fold } from './fold.ts';
import { type IndexReader, openIndex } from './index-reader.ts';
import {
  CORE_FILE,
  type Core,
  FACETS_FILE,
  FOLDER,
  HINTS_FILE,
  type Hints,
  type PageFacets,
} from './layout.ts';
import { once } from './memo.ts';
import { type Expansion, expansions } from './query/expand.ts';
import {
  applyFilters,
  chosen,
  type FacetPages,
  type Filters,
  facetPages,
  isFiltered,
} from './query/filter.ts';
import { readLists, withLists } from './query/list-name.ts';
import { byRank, type Standing } from './query/rank.ts';
import { queryWords } from './query/word.ts';
import { fromSteps } from './steps.ts';

export interface Options {
  filters?: Filters | undefined;
  /** As typed: no synonyms, no pinyin, no folding. */
  literal?: boolean | undefined;
  /** How many results are wanted; it bounds what is read to settle doubtful ones. */
  limit?: number | undefined;
}

export interface Found {
  /** What found these pages: another edition of the index has other pages by these numbers. */
  engine: Engine;
  /** Pages in rank order, filters applied. */
  pages: number[];
  /** The same before filters. */
  unfiltered: number[];
  /** Whether every page was settled: false where `pages` may hold a few too many or too few. */
  exact: boolean;
  expanded: Expansion[];
  /** Words to mark in texts. */
  marks: string[];
  /** The township that alone was searched, because there is no network. */
  only?: string | undefined;
  /** The query without the lists that it names, and these. */
  rest: string;
  lists: string[];
  /** The filters applied: those asked for, and the lists named. */
  filters: Filters;
}

export interface Engine {
  core: Core;
  index: IndexReader;
  hints(): Promise<Hints>;
  facets(): Promise<FacetPages>;
  find(query: string, options?: Options): Promise<Found>;
}

/** Gets a file by its path below the site's root; a fresh one is asked for again where it may have changed. */
export type Load = (path: string, kind: 'kept' | 'fresh') => Promise<Uint8Array>;

export async function openEngine(load: Load): Promise<Engine> {
  const json = async <T>(path: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await load(path, 'fresh')));
  const stored = await json<Core>(FOLDER + CORE_FILE);
  const { root = '' } = stored; // a search answers all or nothing from there, whatever becomes of the network
  const core = { ...stored, township: fromSteps(stored.township), group: fromSteps(stored.group) };
  const index = openIndex(core, (path) => load(`${root}pagefind/${path}`, 'kept'));
  const hints = once(async () => {
    const { of, ...others } = await json<Hints>(root + FOLDER + HINTS_FILE);
    return { of: fromSteps(of), ...others };
  });
  const facets = once(async () => facetPages(core, await json<PageFacets>(root + FOLDER + FACETS_FILE)));
  const engine: Engine = {
    core,
    index,
    hints,
    facets,
    find: (query, options = {}) => find(engine, query, options),
  };
  return engine;
}

/** Finds what was typed; where that is nothing, what was typed in traditional characters. */
async function find(engine: Engine, query: string, options: Options): Promise<Found> {
  const found = await findAsTyped(engine, query, options);
  if (found.unfiltered.length > 0 || options.literal || fold(query) === '') return found;
  const simple = simplify(query, (await engine.hints()).traditional);
  if (simple === query) return found;
  const again = await findAsTyped(engine, simple, options);
  return { ...again, expanded: [{ say: query.trim(), means: [simple.trim()] }, ...again.expanded] };
}

async function findAsTyped(engine: Engine, query: string, options: Options): Promise<Found> {
  const { literal = false, limit } = options;
  const { rest, lists } = literal ? { rest: query, lists: [] } : readLists(query);
  const filters = withLists(options.filters ?? {}, lists);
  const words = queryWords(rest);
  engine.index.tablesAhead();
  const several = words.length + lists.length > 1;
  const found = await Promise.all(words.map((word) => findWord(word, engine, { literal, limit, several })));
  const typed = words.map(({ text }) => text).join('');
  const isEmpty = rest.trim() === '';
  const unfiltered = isEmpty ? allDuties(engine.core) : rank(typed, found, engine.core);
  const ordered = isEmpty ? await inOrder(unfiltered, engine, filters) : unfiltered;
  return {
    engine,
    pages: isFiltered(filters)
      ? applyFilters(ordered, filters, { values: engine.core.facets, pages: await engine.facets() })
      : ordered,
    unfiltered,
    exact: found.every(({ exact }) => exact),
    expanded: expansions(found.flatMap(({ used }) => used)),
    marks: [...new Set(found.flatMap(({ marks }) => marks))],
    only: engine.core.root && engine.core.facets.township[0]?.[1],
    ...{ rest, lists, filters },
  };
}

/** Every duty, township by township and list by list; their numbers would have to be loaded. */
function allDuties({ township, list }: Core): number[] {
  const duties = township.flatMap((one, page) => (one < 0 ? [] : [page]));
  const place = (page: number) => (township[page] ?? 0) * 10 + Number(list[page]); // a list is one digit
  return duties.sort((a, b) => place(a) - place(b));
}

/** The same, or if townships are asked for, those of these in the order of their lists. */
async function inOrder(all: number[], { core, index }: Engine, filters: Filters): Promise<number[]> {
  const wanted = chosen(filters, 'township');
  if (wanted.length === 0) return all;
  const some = core.facets.township.filter((names) => names.some((name) => wanted.includes(name)));
  return (await Promise.all(some.map(([code]) => index.township(code)))).flat();
}

/** The pages that all words found, in rank order. */
function rank(typed: string, found: readonly WordFound[], core: Core): number[] {
  const [first, ...others] = found.map(({ pages }) => pages).sort((a, b) => a.size - b.size);
  const common = [...(first?.keys() ?? [])].filter((page) => others.every((pages) => pages.has(page)));
  const standings = common.map((page) => {
    const matches = found.flatMap(({ pages }) => pages.get(page) ?? []);
    return standing(
      page,
      matches.filter(({ place }) => !place),
      core.length[page] === typed.length,
      core,
    );
  });
  return standings.sort(byRank).map(({ page }) => page);
}

function standing(page: number, matches: readonly WordMatch[], sameLength: boolean, core: Core): Standing {
  const tiers = matches.map(({ nameAt, other }) => (nameAt >= 0 ? 0 : 2) + (other ? 1 : 0));
  const isName = sameLength && tiers.every((tier) => tier === 0);
  return {
    page,
    exact: matches.length > 0 && (isName || matches.every(({ exact }) => exact)),
    tier: Math.max(0, ...tiers),
    inName: tiers.filter((tier) => tier < 2).length,
    length: core.length[page] ?? 0,
    at: matches[0]?.nameAt ?? 0,
    count: matches.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A text in simplified characters; `table` has the traditional ones, each followed by its simplified form. */
export function simplify(text: string, table: string): string {
  const characters = Array.from(table);
  const simple = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2)
    simple.set(characters[at] ?? '', characters[at + 1] ?? '');
  return Array.from(text, (character) => simple.get(character) ?? character).join('');
}
