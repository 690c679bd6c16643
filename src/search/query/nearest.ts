/** What to offer where nothing was found: words of the names that share characters or sound with the query. */
import { fold } from '../fold.ts';
import type { Hints } from '../layout.ts';

const MOST = 5;
/** So many characters of a query are looked at: what is pasted may be a whole page. */
export const LOOKED_AT = 60;

/** A name as it is compared, and where its words begin and end. */
export interface Name {
  text: string;
  borders: ReadonlySet<number>;
}

/** The names of all pages with the borders of their words. */
export const namesOf = ({ titles, words }: Pick<Hints, 'titles' | 'words'>): Name[] =>
  titles.map((title, at) => ({ text: fold(title), borders: bordersOf(title, words[at] ?? '') }));

/** A text that is one word. */
export const oneWord = (text: string): Name => ({ text, borders: new Set([0, text.length]) });

/**
 * Words near a query, all of which occur in a name: whole words of names that differ from it by few characters
 * (防逆水 → 防溺水), then its longest parts that are whole words; where there is none of these, parts that begin one.
 */
export function nearestWords(query: string, names: readonly Name[]): string[] {
  const typed = fold(query).slice(0, LOOKED_AT);
  const near = [...similar(typed, names), ...longestParts(typed, names, isWhole)];
  return [...new Set(near.length > 0 ? near : longestParts(typed, names, begins))].slice(0, MOST);
}

/** The known words of which a query without spaces is made: 残疾人两项补贴发放 → 残疾人 两项补贴 发放. What is not known is left out. */
export function wordsIn(query: string, known: readonly Name[]): string[] {
  const typed = fold(query).slice(0, LOOKED_AT);
  const words = new Set<string>();
  for (let at = 0; at < typed.length; ) {
    const word = longestFrom(typed, at, known);
    if (word !== '') words.add(word);
    at += Math.max(1, word.length);
  }
  return [...words];
}

function longestFrom(typed: string, at: number, known: readonly Name[]): string {
  for (let end = typed.length; end >= at + 2; end -= 1) {
    const part = typed.slice(at, end);
    if (occursAs(part, known, isWhole)) return part;
  }
  return '';
}

/** How a stretch of a name stands to its words. */
type Stands = (name: Name, start: number, end: number) => boolean;

const begins: Stands = ({ borders }, start) => borders.has(start);
/** One word or several, and not a part of one. */
const isWhole: Stands = ({ borders }, start, end) => borders.has(start) && borders.has(end);

function occursAs(part: string, names: readonly Name[], stands: Stands): boolean {
  return names.some((name) => {
    for (let at = name.text.indexOf(part); at >= 0; at = name.text.indexOf(part, at + 1))
      if (stands(name, at, at + part.length)) return true;
    return false;
  });
}

/** The longest parts of at least two characters that stand so in a name, none inside another. */
function longestParts(typed: string, names: readonly Name[], stands: Stands): string[] {
  const parts: string[] = [];
  for (let length = typed.length; length >= 2; length -= 1) {
    for (let start = 0; start + length <= typed.length; start += 1) {
      const part = typed.slice(start, start + length);
      if (!parts.some((longer) => longer.includes(part)) && occursAs(part, names, stands)) parts.push(part);
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
function similar(typed: string, names: readonly Name[]): string[] {
  const allowed = Math.floor(typed.length / 3);
  if (allowed === 0) return [];
  const found = new Map<string, number>();
  for (const name of names) {
    for (let start = 0; start + typed.length <= name.text.length; start += 1) {
      if (!isWhole(name, start, start + typed.length)) continue;
      const stretch = name.text.slice(start, start + typed.length);
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
