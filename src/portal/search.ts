/**
 * Search over the indexes of several sites: Pagefind's own client opens the reader's, others join it on demand.
 *
 * The indexes hold pairs of characters, so the query is sent as pairs, and what comes back is a candidate until its text
 * has been read: a pair that no page has stands for all that begin with it, and pairs can stand apart.
 */
import { fold } from '../search/fold.ts';
import { LANGUAGE } from '../search/layout.ts';
import { type Excerpt, excerpt, holdsLetters, printedCells } from '../search/query/excerpt.ts';
import { queryWords } from '../search/query/word.ts';
import type { Site } from './sites.ts';

/** Results given at a time. */
export const STEP = 20;
/** Texts read at a time to settle these, and how often, should they hold too few of the words. */
const READ = 40;
const ROUNDS = 5;
/** Milliseconds after which a site that was asked for a small file is taken to give no answer. */
const PATIENCE = 10_000;

interface Fragment {
  url: string;
  content: string;
  meta: { title: string };
  filters: Record<string, string[]>;
}

interface Candidate {
  data(): Promise<Fragment>;
}

interface Instance {
  search(query: string): Promise<{ results: Candidate[] }>;
  mergeIndex(path: string, options: object): Promise<void>;
}

export interface Hit {
  url: string;
  title: string;
  place: string;
  passage: Excerpt;
}

export interface Answer {
  hits: Hit[];
  /** Pages that hold the words; where not exact, those that may. */
  total: number;
  /** All that may hold the words were read. */
  exact: boolean;
  /** The hits that follow these; none where these are the last. */
  next(): Promise<Answer>;
}

export interface PortalSearch {
  ask(query: string): Promise<Answer>;
  /** Sites that were to be searched too but gave no answer. */
  missing: Site[];
}

/** Opens the index of one site, and with it those of others; nothing else is loaded. Fails where its own gives no answer. */
export async function openSearch(own: Site, others: readonly Site[]): Promise<PortalSearch> {
  const { createInstance } = await import(new URL('pagefind.js', import.meta.url).href);
  const instance: Instance = inLanguage(() =>
    createInstance({ basePath: indexOf(own), baseUrl: own.url, noWorker: true }),
  );
  await instance.search(''); // it begins to load at once, and tells of a failure only when it is asked
  const added = others.filter(({ url }) => url !== own.url);
  // Once merged, an index that cannot be loaded would fail every search, or hold it up.
  const answers = await Promise.all(added.map(isThere));
  const found = added.filter((_, at) => answers[at]);
  await Promise.all(
    found.map((site) => instance.mergeIndex(indexOf(site), { language: LANGUAGE, baseUrl: site.url })),
  );
  return {
    ask: (query) => ask(instance, query, (page) => isOfPlace(page) || page.url.startsWith(own.url)),
    missing: added.filter((_, at) => !answers[at]),
  };
}

const isThere = (site: Site): Promise<boolean> =>
  Promise.race([
    fetch(`${indexOf(site)}pagefind-entry.json`).then(
      ({ ok }) => ok,
      () => false,
    ),
    new Promise<false>((give) => setTimeout(give, PATIENCE, false)),
  ]);

/** Every site has the same guide and glossary; one's own are enough. */
const isOfPlace = ({ url }: Fragment): boolean => /\/(townships|departments)\//.test(url);

const indexOf = ({ url }: Site): string => new URL('pagefind/', new URL(url, document.baseURI)).href;

/** Pagefind takes the page's language at the moment it is called, and would cut Chinese queries its own way. */
function inLanguage<T>(make: () => T): T {
  const { lang } = document.documentElement;
  document.documentElement.lang = LANGUAGE;
  const made = make();
  document.documentElement.lang = lang;
  return made;
}

/** Files of words that did not come: Pagefind passes over them in silence, and finds less than there is. */
let missed = 0;
const { fetch: get } = globalThis;
globalThis.fetch = async (...asked) => {
  const answer = get(...asked);
  const came = await answer.then(
    ({ ok }) => ok,
    () => false,
  );
  if (!came && String(asked[0]).endsWith('.pf_index')) missed += 1;
  return answer;
};

/** What may hold the words; fails where a part of the index could not be looked into. */
async function candidates(instance: Instance, words: readonly string[]): Promise<Candidate[]> {
  if (words.length === 0) return [];
  const before = missed;
  const { results } = await instance.search(words.flatMap(pairs).join(' '));
  if (missed > before) throw new Error('words are missing');
  return results;
}

async function ask(instance: Instance, query: string, wanted: (page: Fragment) => boolean): Promise<Answer> {
  const words = queryWords(query).map(({ text }) => text);
  const results = await candidates(instance, words);
  return answer([], 0, 0);

  /** The hits from a place on, of which some are known by what has been read. */
  async function answer(known: readonly Fragment[], read: number, from: number): Promise<Answer> {
    const held = [...known];
    const most = Math.min(results.length, read + READ * ROUNDS);
    let at = read;
    for (; at < most && held.length < from + STEP; at += READ)
      held.push(...(await holding(results.slice(at, at + READ))));
    const hits = held.slice(from, from + STEP);
    const left = Math.max(0, results.length - at);
    return {
      hits: hits.map((page) => hitOf(page, words)),
      total: held.length + left,
      exact: left === 0,
      next: () => answer(held, at, from + hits.length),
    };
  }

  async function holding(some: readonly Candidate[]): Promise<Fragment[]> {
    const pages = (await Promise.all(some.map((one) => one.data()))).filter(wanted);
    return pages.filter(({ meta, content }) =>
      words.every((word) => holdsLetters(`${meta.title}\n\n${content}`, word)),
    );
  }
}

/** 宅基地 → 宅基 基地; one character finds all that begins with it. */
function pairs(text: string): string[] {
  const characters = Array.from(fold(text));
  return characters.length < 2 ? characters : characters.slice(1).map((one, at) => `${characters[at]}${one}`);
}

const hitOf = ({ url, content, meta, filters }: Fragment, words: readonly string[]): Hit => ({
  url,
  title: meta.title,
  place: (filters['乡镇'] ?? []).join('、'),
  passage: excerpt(printedCells(content), words),
});
