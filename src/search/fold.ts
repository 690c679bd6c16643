/**
 * Folding: what may differ between a text as printed and as typed without making it another text. Build and browser
 * share it, so that both cut the same characters.
 */

const folded = new Map<string, string>();

/** A letter or digit in its plain form (Ａ → a, ① → 1); nothing for punctuation and white space. */
export function foldCharacter(character: string): string {
  let plain = folded.get(character);
  if (plain === undefined) {
    plain = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    folded.set(character, plain);
  }
  return plain;
}

/** `“卫片” 执法，2025` → `卫片执法2025` */
export const fold = (text: string): string => Array.from(text, foldCharacter).join('');

/** Punctuation in one form, white space gone; letters and digits in their plain form: `“卫片”（Ａ）` → `"卫片"(a)` */
export const foldForms = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/gu, '');

/** A folded text that knows where each of its characters stood. */
export interface Folded {
  text: string;
  /** For every UTF-16 unit of `text`, the offset of its character in the original, and the offset after it. */
  starts: number[];
  ends: number[];
}

export function foldWithPlaces(text: string): Folded {
  const result: Folded = { text: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const unit of foldCharacter(character).split('')) {
      result.text += unit;
      result.starts.push(at);
      result.ends.push(end);
    }
    at = end;
  }
  return result;
}

export type Range = [start: number, end: number];

/** Where any of the words stands in a text, punctuation and white space between its characters allowed; overlaps joined. */
export function findRanges({ text, starts, ends }: Folded, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const word of words.map(fold)) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      ranges.push([starts[at] ?? 0, ends[at + word.length - 1] ?? 0]);
    }
  }
  return joinRanges(ranges);
}

function joinRanges(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The order of Pagefind's word files: by code point, which is not JavaScript's order for characters beyond the BMP. */
export function compareWords(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
