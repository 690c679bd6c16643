/** The search, over files got by their addresses: in the browser from the site, in tests from a folder. */
import { fold, foldForms } from './fold.ts';
import { type IndexReader, openIndex } from './index-reader.ts';
import { CORE_FILE, type Core, FOLDER, HINTS_FILE, type Hints } from './layout.ts';
import { holds, holdsLetters } from './query/excerpt.ts';
import { alternatives, type Expansion, expansions } from './query/expand.ts';
import { applyFilters, type FacetPages, type Filters, facetPages, isFiltered } from './query/filter.ts';
import { type Match, type Matches, matchWord } from './query/match.ts';
import { hear, isPinyin, titleReadings } from './query/pinyin.ts';
import { byRank, type Standing } from './query/rank.ts';
import { type QueryWord, queryWords } from './query/word.ts';

export interface Options {
  filters?: Filters | undefined;
  /** As typed: no synonyms, no pinyin, no folding. */
  literal?: boolean | undefined;
  /** How many results are wanted; it bounds what is read to settle doubtful ones. */
  limit?: number | undefined;
}

export interface Found {
  /** Pages in rank order, filters applied. */
  pages: number[];
  /** The same before filters. */
  unfiltered: number[];
  /** Whether every page was settled: false where `pages` may hold a few too many or too few. */
  exact: boolean;
  expanded: Expansion[];
  /** Words to mark in texts. */
  marks: string[];
}

export interface Engine {
  core: Core;
  index: IndexReader;
  hints(): Promise<Hints>;
  facets(): Promise<FacetPages>;
  find(query: string, options?: Options): Promise<Found>;
}

/** Gets a file by its path below the site's root. */
export type Load = (path: string, kind: 'bytes' | 'fresh') => Promise<Uint8Array>;

/** How many texts a search reads to settle doubtful pages, if not all results are wanted. */
const DOUBTFUL = 30;

/** What a whole word that sounds like the letters typed is worth, beside a part of one. */
const WHOLE = 10_000;

/** A page's standing for one word. */
interface WordMatch extends Match {
  /** Another wording or another sense of the word, not the word itself. */
  other: boolean;
  /** The page is of the place named: it says nothing of where the word stands. */
  place?: boolean;
  /** The name sounds like the word and nothing else. */
  exact?: boolean;
}

interface WordFound {
  pages: Map<number, WordMatch>;
  exact: boolean;
  used: { say: string; mean: string }[];
  marks: string[];
}

export async function openEngine(load: Load): Promise<Engine> {
  const core: Core = await json(FOLDER + CORE_FILE);
  const index = await openIndex(core.meta, (path) => load(`pagefind/${path}`, 'bytes'));
  let hintsKept: Promise<Hints> | undefined;
  let facetsKept: Promise<FacetPages> | undefined;
  let readings: string[][] | undefined;
  const engine: Engine = { core, index, hints, facets, find };
  return engine;

  async function json<T>(path: string): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await load(path, 'fresh')));
  }

  function hints(): Promise<Hints> {
    hintsKept ??= json(`${FOLDER}${HINTS_FILE}`);
    return hintsKept;
  }

  function facets(): Promise<FacetPages> {
    facetsKept ??= facetPages(index);
    return facetsKept;
  }

  async function find(query: string, options: Options = {}): Promise<Found> {
    const found = await findAsTyped(query, options);
    if (found.unfiltered.length > 0 || options.literal || fold(query) === '') return found;
    const simple = simplify(query, (await hints()).traditional);
    if (simple === query) return found;
    const again = await findAsTyped(simple, options);
    return { ...again, expanded: [{ say: query.trim(), means: [simple.trim()] }, ...again.expanded] };
  }

  async function findAsTyped(query: string, options: Options): Promise<Found> {
    const words = queryWords(query);
    const found = await Promise.all(words.map((word) => findWord(word, words.length > 1, options)));
    const unfiltered = words.length > 0 ? rank(words, found) : query.trim() === '' ? allDuties() : [];
    const filters = options.filters ?? {};
    const kept = isFiltered(filters)
      ? applyFilters(unfiltered, filters, { values: core.facets, pages: await facets() })
      : unfiltered;
    return {
      pages: kept,
      unfiltered,
      exact: found.every(({ exact }) => exact),
      expanded: expansions(found.flatMap(({ used }) => used)),
      marks: [...new Set(found.flatMap(({ marks }) => marks))],
    };
  }

  function allDuties(): number[] {
    const key = (page: number) =>
      ((core.township[page] ?? 0) * 10 + Number(core.list[page])) * 100_000 + (core.number[page] ?? 0);
    const pages = core.township.flatMap((township, page) => (township < 0 ? [] : [page]));
    return pages.sort((a, b) => key(a) - key(b));
  }

  async function findWord(word: QueryWord, several: boolean, options: Options): Promise<WordFound> {
    const typed = options.literal ? await literally(word, options) : await folded(word, options);
    const pages = new Map<number, WordMatch>();
    for (const [page, match] of typed.pages) pages.set(page, { ...match, other: false });
    const found: WordFound = { pages, exact: typed.exact, used: [], marks: [word.typed] };
    if (options.literal || (word.punctuated && pages.size > 0)) return found;
    await addAlternatives(word, found, options);
    if (several) addPlaces(word, found);
    if (pages.size === 0 && isPinyin(word.typed)) await addSounds(word, found);
    return found;
  }

  async function addAlternatives({ typed, text }: QueryWord, found: WordFound, options: Options) {
    const others = [...alternatives(text, core.synonyms)];
    const matches = await Promise.all(others.map(({ text: other }) => settled(fold(other), options)));
    others.forEach((alternative, index) => {
      const match = matches[index];
      if (!match || match.pages.size === 0) return;
      found.exact &&= match.exact;
      found.used.push(alternative);
      found.marks.push(alternative.text === typed ? typed : alternative.mean);
      for (const [page, one] of match.pages) addOther(found.pages, page, one);
    });
  }

  /** 萨罕镇 宅基地: the name of a place also stands for its duties. */
  function addPlaces({ text }: QueryWord, found: WordFound) {
    core.facets.township.forEach(([, label], township) => {
      if (text.length < 2 || !label.includes(text)) return;
      found.used.push({ say: text, mean: label });
      core.township.forEach((one, page) => {
        if (one === township && !found.pages.has(page))
          found.pages.set(page, { nameAt: -1, count: 0, other: true, place: true });
      });
    });
  }

  /** zjd: the words that sound so, those of many names first. */
  async function addSounds({ typed }: QueryWord, found: WordFound) {
    const known = await hints();
    readings ??= titleReadings(known);
    for (const { mean, pages, nameAt, whole } of hear(known, readings, typed)) {
      found.used.push({ say: typed, mean });
      found.marks.push(mean);
      for (const page of pages) {
        const exact = nameAt === 0 && mean.length === known.titles[known.of[page] ?? 0]?.length;
        found.pages.set(page, { nameAt, count: pages.length + (whole ? WHOLE : 0), other: true, exact });
      }
    }
  }

  /**
   * Pages that have the word, whatever punctuation stands in it. Where some was typed: those that have it just so, else
   * those that have it in another form (" for “), else those that have the characters.
   */
  async function folded(word: QueryWord, options: Options): Promise<Settled> {
    if (!word.punctuated) return settled(word.text, options);
    const matches = await matchWord(index, word.text, word.steps);
    for (const form of [bare, foldForms]) {
      const asTyped = await settle(
        word.text,
        matches,
        (text) => holds(text, word.typed, form),
        options,
        true,
      );
      if (asTyped.pages.size > 0) return asTyped;
    }
    return settled(word.text, options);
  }

  /** Pages that have the word as it was typed, letter by letter. */
  async function literally(word: QueryWord, options: Options): Promise<Settled> {
    const matches = await matchWord(index, word.text, word.steps);
    const doubtful =
      word.punctuated || word.text !== word.typed || /[a-z0-9]/.test(word.text) || word.steps.length === 0;
    return settle(
      word.text,
      matches,
      (text) => holds(text, word.typed, bare),
      options,
      doubtful && !isOneHan(word.typed),
    );
  }

  async function settled(text: string, options: Options): Promise<Settled> {
    return settle(
      text,
      await matchWord(index, text),
      (content) => holdsLetters(content, text),
      options,
      false,
    );
  }

  /** Reads the texts of doubtful pages, as many as the options allow: the open ones, or all. */
  async function settle(
    word: string,
    matches: Matches,
    test: Test,
    options: Options,
    all: boolean,
  ): Promise<Settled> {
    const doubtful = [...matches.open, ...(all ? matches.pages.keys() : [])];
    const most = options.limit === Number.POSITIVE_INFINITY ? doubtful.length : DOUBTFUL;
    const pages = new Map(matches.pages);
    await inTurns(doubtful.slice(0, most), async (page) => {
      const { meta, content } = await index.fragment(page);
      const text = `${meta.title}\n\n${content}`;
      if (!test(text)) pages.delete(page);
      else if (!pages.has(page))
        pages.set(page, { nameAt: fold(meta.title).indexOf(word), count: occurrences(text, word) });
    });
    return { pages, exact: doubtful.length <= most };
  }

  function rank(words: readonly QueryWord[], found: readonly WordFound[]): number[] {
    const [first, ...others] = found.map(({ pages }) => pages).sort((a, b) => a.size - b.size);
    const common = [...(first?.keys() ?? [])].filter((page) => others.every((pages) => pages.has(page)));
    return common
      .map((page) => standing(page, words, found))
      .sort(byRank)
      .map(({ page }) => page);
  }

  function standing(page: number, words: readonly QueryWord[], found: readonly WordFound[]): Standing {
    const matches = found
      .map(({ pages }) => pages.get(page))
      .filter((match) => match !== undefined && !match.place);
    const tiers = matches.map((match) => (match && match.nameAt >= 0 ? 0 : 2) + (match?.other ? 1 : 0));
    const length = core.length[page] ?? 0;
    const typed = words.map(({ text }) => text).join('');
    return {
      page,
      exact:
        matches.every((match) => match?.exact) ||
        (tiers.every((tier) => tier === 0) && typed.length === length),
      tier: Math.max(0, ...tiers),
      inName: tiers.filter((tier) => tier < 2).length,
      length,
      at: matches[0]?.nameAt ?? 0,
      count: matches.reduce((sum, match) => sum + (match?.count ?? 0), 0),
    };
  }
}

type Test = (text: string) => boolean;

interface Settled {
  pages: Map<number, Match>;
  exact: boolean;
}

/** A page found by another wording; one found in its name that way gains by it. */
function addOther(pages: Map<number, WordMatch>, page: number, match: Match) {
  const known = pages.get(page);
  if (!known) pages.set(page, { ...match, other: true });
  else if (known.nameAt < 0 && match.nameAt >= 0) pages.set(page, { ...match, other: true });
}

const occurrences = (text: string, word: string): number => Math.max(1, fold(text).split(word).length - 1);

const bare = (text: string): string => text.replace(/\s+/gu, '');
const isOneHan = (text: string): boolean => /^\p{Script=Han}$/u.test(text);

function simplify(text: string, table: string): string {
  const simple = new Map<string, string>();
  const characters = Array.from(table);
  for (let at = 0; at < characters.length; at += 2)
    simple.set(characters[at] ?? '', characters[at + 1] ?? '');
  return Array.from(text, (character) => simple.get(character) ?? character).join('');
}

const AT_ONCE = 32;

/** Works through a list, some at a time: hundreds of requests at once would fail. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
