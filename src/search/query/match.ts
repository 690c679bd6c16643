/** Which pages have a run of characters, by the places of its pairs; no text is read for it. */
import type { IndexReader, Posting } from '../index-reader.ts';
import { WEIGHTS } from '../layout.ts';

/** How a page has a word. */
export interface Match {
  /** The word stands in the name, first at this place; -1 where it stands in the text only. */
  nameAt: number;
  /** How often it stands there. */
  count: number;
}

export interface Matches {
  pages: Map<number, Match>;
  /** Pages that have all pairs, whose places cannot tell whether as one run: their text must. */
  open: number[];
}

/**
 * For every step from one character to the next: does punctuation stand between? Without steps it may.
 */
export type Steps = readonly boolean[];

/** What a heavy pair weighs, beside another. */
const HEAVY = 3;

/** So many texts cost no more than another file of words. */
const FEW = 3;

/** List markers interrupt the run of places; a word that holds one may stand across the interruption. */
const MARKER = /[\d一二三四五六七八九十]/;

export async function matchWord(index: IndexReader, word: string, steps?: Steps): Promise<Matches> {
  const characters = Array.from(word);
  if (characters.length === 1) return matchCharacter(await index.postingsFrom(word));
  const pairs = characters.slice(1).map((next, at) => characters[at] + next);
  const offsets = steps ? steps.map((_, at) => at) : cover(pairs, index.heavy);
  const links = await loadLinks(offsets);
  const result: Matches = { pages: new Map(), open: [] };
  for (const page of common(links.map(({ pages }) => pages))) {
    const match = follow(
      links.map(({ offset, pages }) => ({ offset, across: steps?.[offset], posting: pages.get(page) })),
    );
    if (match.count > 0 && links.length === offsets.length) result.pages.set(page, match);
    else if (match.count > 0 || MARKER.test(word)) result.open.push(page);
  }
  return result;

  /** Gets the pairs two by two, and no more once so few pages have all of them that their texts settle it. */
  async function loadLinks(wanted: readonly number[]) {
    const loaded: { offset: number; pages: Map<number, Posting> }[] = [];
    for (let at = 0; at < wanted.length; at += 2) {
      const two = wanted
        .slice(at, at + 2)
        .map(async (offset) => ({ offset, pages: byPage(await index.postings(pairs[offset] ?? '')) }));
      loaded.push(...(await Promise.all(two)));
      if (common(loaded.map(({ pages }) => pages)).length <= FEW) break;
    }
    return loaded;
  }
}

/**
 * Offsets of pairs that hold all characters, the lightest to load: 0 2 4 of six, or 0 1 3 4 where 2 is heavy. What
 * follows after an offset is the next or the next but one.
 */
export function cover(pairs: readonly string[], heavy: ReadonlySet<string>): number[] {
  const best: { offsets: number[]; weight: number }[] = [];
  pairs.forEach((pair, at) => {
    const [before] = [best[at - 1], best[at - 2]]
      .filter((one) => one !== undefined)
      .sort((a, b) => a.weight - b.weight);
    const weight = (before?.weight ?? 0) + (heavy.has(pair) ? HEAVY : 1);
    best.push({ offsets: [...((at > 0 && before?.offsets) || []), at], weight });
  });
  return best[pairs.length - 1]?.offsets ?? [];
}

const byPage = (postings: readonly Posting[]): Map<number, Posting> =>
  new Map(postings.map((posting) => [posting.page, posting]));

/** The pages that are in all maps. */
function common(maps: readonly Map<number, Posting>[]): number[] {
  const [rarest, ...others] = [...maps].sort((a, b) => a.size - b.size);
  return [...(rarest?.keys() ?? [])].filter((page) => others.every((map) => map.has(page)));
}

interface Link {
  offset: number;
  across: boolean | undefined;
  posting: Posting | undefined;
}

/** The places from which all pairs stand at their offsets. */
function follow([first, ...others]: readonly Link[]): Match {
  const starts = placesOf(first);
  const sets = others.map((link) => ({ offset: link.offset, places: placesOf(link) }));
  const match: Match = { nameAt: -1, count: 0 };
  for (const [start, inName] of starts) {
    if (!sets.every(({ offset, places }) => places.has(start + offset))) continue;
    match.count += 1;
    if (inName && (match.nameAt < 0 || start < match.nameAt)) match.nameAt = start;
  }
  return match;
}

/** Places of a pair as far as the step wanted is taken there, and whether they are in the name. */
function placesOf(link: Link | undefined): Map<number, boolean> {
  const places = new Map<number, boolean>();
  const { posting, across } = link ?? {};
  posting?.places.forEach((place, index) => {
    const weight = posting.weights[index] ?? 0;
    if (across === undefined || across === isAcross(weight)) places.set(place, isName(weight));
  });
  return places;
}

const isName = (weight: number): boolean => weight >= WEIGHTS.nameAcross;
const isAcross = (weight: number): boolean => weight === WEIGHTS.nameAcross || weight < WEIGHTS.text;

/** A single character: every pair that begins with it. */
function matchCharacter(postings: readonly Posting[]): Matches {
  const pages = new Map<number, Match>();
  for (const { page, places, weights } of postings) {
    const match = pages.get(page) ?? { nameAt: -1, count: 0 };
    pages.set(page, match);
    match.count += places.length;
    places.forEach((place, index) => {
      const earlier = match.nameAt < 0 || place < match.nameAt;
      if (isName(weights[index] ?? 0) && earlier) match.nameAt = place;
    });
  }
  return { pages, open: [] };
}
