/** What to offer where nothing was found: words of the names that share characters or sound with the query. */
import { fold } from '../fold.ts';
import type { Hints } from '../layout.ts';

const MOST = 5;

/**
 * Words near a query, all of which occur in a title: whole words of titles that differ from it by few characters
 * (防逆水 → 防溺水), then its longest parts that occur.
 */
export function nearestWords(
  query: string,
  { titles, words: lengths }: Pick<Hints, 'titles' | 'words'>,
): string[] {
  const typed = fold(query);
  const names = titles.map(fold);
  const borders = titles.map((title, at) => bordersOf(title, lengths[at] ?? ''));
  const words = [...similar(typed, names, borders), ...partsThatOccur(typed, names)];
  return [...new Set(words)].slice(0, MOST);
}

/** A query without spaces cut into words that are known: 残疾人两项补贴发放 → 残疾人 两项补贴 发放. What is not is left out. */
export function wordsIn(query: string, known: readonly string[]): string[] {
  const typed = fold(query);
  const words: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const word = longestFrom(typed, at, known);
    if (word !== '') words.push(word);
    at += Math.max(1, word.length);
  }
  return words;
}

function longestFrom(typed: string, at: number, known: readonly string[]): string {
  for (let end = typed.length; end >= at + 2; end -= 1) {
    const part = typed.slice(at, end);
    if (known.some((text) => text.includes(part))) return part;
  }
  return '';
}

/** The longest parts of at least two characters that occur in a name, none inside another. */
function partsThatOccur(typed: string, names: readonly string[]): string[] {
  const parts: string[] = [];
  for (let length = typed.length; length >= 2; length -= 1) {
    for (let start = 0; start + length <= typed.length; start += 1) {
      const part = typed.slice(start, start + length);
      if (!parts.some((longer) => longer.includes(part)) && names.some((name) => name.includes(part)))
        parts.push(part);
    }
  }
  return parts;
}

/** Where the words of a title begin and end once it is folded: of 防溺水工作 with the lengths 122, at 0, 1, 3 and 5. */
function bordersOf(title: string, lengths: string): Set<number> {
  const characters = Array.from(title);
  const borders = new Set([0]);
  let end = 0;
  for (const length of lengths) {
    end += Number(length);
    borders.add(fold(characters.slice(0, end).join('')).length);
  }
  return borders;
}

/** Whole words, of the query's length together, in which at most a third of the characters differ. */
function similar(typed: string, names: readonly string[], borders: readonly Set<number>[]): string[] {
  const allowed = Math.floor(typed.length / 3);
  if (allowed === 0) return [];
  const found = new Map<string, number>();
  names.forEach((name, title) => {
    const isBorder = (place: number): boolean => borders[title]?.has(place) ?? false;
    for (let start = 0; start + typed.length <= name.length; start += 1) {
      if (!isBorder(start) || !isBorder(start + typed.length)) continue;
      const stretch = name.slice(start, start + typed.length);
      const differing = difference(typed, stretch, allowed);
      if (differing <= allowed) found.set(stretch, differing);
    }
  });
  return [...found].sort(([, a], [, b]) => a - b).map(([stretch]) => stretch);
}

function difference(a: string, b: string, enough: number): number {
  let count = 0;
  for (let at = 0; at < a.length && count <= enough; at += 1) if (a[at] !== b[at]) count += 1;
  return count;
}
