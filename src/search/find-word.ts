/** The pages that one word of a query finds: as typed, as meant, as heard. */
import { fold, foldForms } from './fold.ts';
import type { IndexReader } from './index-reader.ts';
import type { Core, Hints } from './layout.ts';
import { holds, holdsLetters } from './query/excerpt.ts';
import { alternatives } from './query/expand.ts';
import { type Match, matchWord } from './query/match.ts';
import { hear, isPinyin, titleReadings } from './query/pinyin.ts';
import type { QueryWord } from './query/word.ts';
import { type Settled, settle } from './settle.ts';

/** A page's standing for one word. */
export interface WordMatch extends Match {
  /** Another wording or another sense of the word, not the word itself. */
  other: boolean;
  /** The page is of the place named: it says nothing of where the word stands. */
  place?: boolean;
  /** The name sounds like the word and nothing else. */
  exact?: boolean;
}

export interface WordFound {
  pages: Map<number, WordMatch>;
  exact: boolean;
  /** What was put for what. */
  used: { say: string; mean: string }[];
  marks: string[];
}

export interface WordOptions {
  literal: boolean;
  limit: number | undefined;
  /** The query has other words too. */
  several: boolean;
}

export interface Sources {
  core: Core;
  index: IndexReader;
  hints(): Promise<Hints>;
}

/** What a whole word that sounds like the letters typed is worth, beside a part of one. */
const WHOLE = 10_000;

export async function findWord(word: QueryWord, sources: Sources, options: WordOptions): Promise<WordFound> {
  const { index, core } = sources;
  const both = !options.literal && !word.punctuated; // needed whatever the other finds, so got at the same time
  const [typed, early] = await Promise.all([
    (options.literal ? literally : folded)(word, index, options),
    both ? searchAlternatives(word, sources, options) : [],
  ]);
  const pages = new Map<number, WordMatch>();
  for (const [page, match] of typed.pages) pages.set(page, { ...match, other: false });
  const found: WordFound = { pages, exact: typed.exact, used: [], marks: [word.typed] };
  if (options.literal || (word.punctuated && pages.size > 0)) return found;
  addAlternatives(found, both ? early : await searchAlternatives(word, sources, options));
  if (options.several) addPlaces(word, found, core);
  const letters = word.typed.normalize('NFKC'); // input methods also type ｚｊｄ
  if (pages.size === 0 && isPinyin(letters)) await addSounds(letters, found, sources, options);
  return found;
}

/** Pages that have the word as it was typed, letter by letter. */
async function literally(word: QueryWord, index: IndexReader, { limit }: WordOptions): Promise<Settled> {
  const { typed, text, steps } = word;
  const matches = await matchWord(index, text, steps);
  const certain = text === typed && !/[a-z0-9]/.test(text); // Han alone: a pair of the index is a pair of the text
  return settle(index, matches, {
    word: text,
    test: (content) => holds(content, typed, bare),
    all: !certain,
    limit,
  });
}

/**
 * Pages that have the word, whatever punctuation stands in it. Where some was typed: those that have it just so, else
 * those that have it in another form (" for “), else those that have the characters.
 */
async function folded(word: QueryWord, index: IndexReader, { limit }: WordOptions): Promise<Settled> {
  const { typed, text, steps } = word;
  if (!word.punctuated) return lettersOf(text, index, limit);
  const matches = await matchWord(index, text, steps);
  for (const form of [bare, foldForms]) {
    const test = (content: string) => holds(content, typed, form);
    const asTyped = await settle(index, matches, { word: text, test, all: true, limit });
    if (asTyped.pages.size > 0) return asTyped;
  }
  return lettersOf(text, index, limit);
}

async function lettersOf(text: string, index: IndexReader, limit: number | undefined): Promise<Settled> {
  const test = (content: string) => holdsLetters(content, text);
  return settle(index, await matchWord(index, text), { word: text, test, all: false, limit });
}

interface Alternative extends Settled {
  say: string;
  mean: string;
}

/** Pages that say it in the words of the lists. */
function searchAlternatives(
  { text }: QueryWord,
  { core, index }: Sources,
  { limit }: WordOptions,
): Promise<Alternative[]> {
  return Promise.all(
    alternatives(text, core.synonyms).map(async ({ say, mean, text: other }) => ({
      ...{ say, mean },
      ...(await lettersOf(fold(other), index, limit)),
    })),
  );
}

function addAlternatives(found: WordFound, alternatives: readonly Alternative[]) {
  for (const { say, mean, pages, exact } of alternatives) {
    if (pages.size === 0) continue;
    found.exact &&= exact;
    found.used.push({ say, mean });
    found.marks.push(mean);
    for (const [page, one] of pages) addOther(found.pages, page, one);
  }
}

/** A page found by another wording; one found in its name that way gains by it. */
function addOther(pages: Map<number, WordMatch>, page: number, match: Match) {
  const known = pages.get(page);
  if (!known || (known.nameAt < 0 && match.nameAt >= 0)) pages.set(page, { ...match, other: true });
}

/** 萨罕镇 宅基地: the name of a place also stands for its duties. */
function addPlaces({ text }: QueryWord, found: WordFound, core: Core) {
  core.facets.township.forEach(([, label], township) => {
    if (text.length < 2 || !label.includes(text)) return;
    found.used.push({ say: text, mean: label });
    core.township.forEach((one, page) => {
      if (one !== township || found.pages.has(page)) return;
      found.pages.set(page, { nameAt: -1, count: 0, other: true, place: true });
    });
  });
}

const readings = new WeakMap<Hints, string[][]>();

/** zjd: the names that sound so, those of many pages first; zhaijidi: one word alone, and so the texts that have it too. */
async function addSounds(
  typed: string,
  found: WordFound,
  sources: Sources,
  { limit }: WordOptions,
): Promise<void> {
  const hints = await sources.hints();
  const read = readings.get(hints) ?? titleReadings(hints);
  readings.set(hints, read);
  const heard = hear(hints, read, typed);
  for (const { mean, pages, nameAt, whole } of heard) {
    found.used.push({ say: typed, mean });
    found.marks.push(mean);
    for (const page of pages) {
      const exact = nameAt === 0 && mean.length === hints.titles[hints.of[page] ?? 0]?.length;
      found.pages.set(page, { nameAt, count: pages.length + (whole ? WHOLE : 0), other: true, exact });
    }
  }
  const [word, another] = heard.filter(({ whole }) => whole);
  if (!word || another) return;
  const { pages, exact } = await lettersOf(fold(word.mean), sources.index, limit);
  found.exact &&= exact;
  for (const [page, match] of pages) addOther(found.pages, page, match);
}

const bare = (text: string): string => text.replace(/\s+/gu, '');
