/** What to offer where nothing was found: words of the names that share characters or sound with the query. */
import { fold } from '../fold.ts';

const MOST = 5;

/**
 * Words near a query, all of which occur in a title: its longest parts that do, then stretches of titles that differ
 * from it by few characters (防逆水 → 防溺水).
 */
export function nearestWords(query: string, titles: readonly string[]): string[] {
  const typed = fold(query);
  const names = titles.map(fold);
  const words = [...similar(typed, names), ...partsThatOccur(typed, names)];
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

/** Stretches of the query's length in which at most a third of the characters differ. */
function similar(typed: string, names: readonly string[]): string[] {
  const allowed = Math.floor(typed.length / 3);
  if (allowed === 0) return [];
  const found = new Map<string, number>();
  for (const name of names) {
    for (let start = 0; start + typed.length <= name.length; start += 1) {
      const stretch = name.slice(start, start + typed.length);
      const differing = difference(typed, stretch, allowed);
      if (differing <= allowed) found.set(stretch, differing);
    }
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([stretch]) => stretch);
}

function difference(a: string, b: string, enough: number): number {
  let count = 0;
  for (let at = 0; at < a.length && count <= enough; at += 1) if (a[at] !== b[at]) count += 1;
  return count;
}
