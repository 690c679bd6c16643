/** Words that are known inside a query that finds nothing: 路灯坏了 has 路灯. */
import { fold } from '../fold.ts';
import type { Hints } from '../layout.ts';

/** Known words, and the share of names that have each; sayings and places, which mean what they say, count as rare. */
export type KnownWords = ReadonlyMap<string, number>;

/** A word that more names have tells nothing by itself: 工作, 开展. */
const COMMON = 0.05;
/** A known word can be so many of those into which names are cut: 宅基地 is 宅 and 基地. */
const RUN = 4;
/** So many words are tried in all their combinations. */
const MOST = 5;

/** The words of the names, and others: what people say, and where. */
export function knownWords(
  { titles, words: lengths }: Pick<Hints, 'titles' | 'words'>,
  others: readonly string[],
): KnownWords {
  const shares = new Map<string, number>();
  titles.forEach((title, at) => {
    for (const word of new Set(runs(cut(title, lengths[at] ?? ''))))
      shares.set(word, (shares.get(word) ?? 0) + 1 / titles.length);
  });
  for (const other of others) shares.set(other, 0);
  return shares;
}

/** 农村宅基地审批 with the lengths 232 is 农村, 宅基地, 审批. */
function cut(title: string, lengths: string): string[] {
  const characters = Array.from(title);
  let at = 0;
  return Array.from(lengths, (length) => {
    const start = at;
    at += Number(length);
    return fold(characters.slice(start, at).join(''));
  });
}

/** Words, and those that stand side by side as one. */
const runs = (words: readonly string[]): string[] =>
  words.flatMap((_, from) =>
    Array.from({ length: RUN }, (_, more) => words.slice(from, from + 1 + more).join('')),
  );

/** The longest known word of a folded text and those left and right of it, in their order. */
export function partsIn(text: string, known: KnownWords): string[] {
  for (let length = text.length; length > 1; length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      const part = text.slice(start, start + length);
      if (!known.has(part)) continue;
      return [...partsIn(text.slice(0, start), known), part, ...partsIn(text.slice(start + length), known)];
    }
  }
  return [];
}

/** Which of some words to search together: those of most characters first, among equals fewer and rarer words. */
export function choices(parts: readonly string[], known: KnownWords): string[][] {
  const share = (word: string): number => known.get(word) ?? 0;
  const some = parts.slice(0, MOST);
  const all = Array.from({ length: 2 ** some.length - 1 }, (_, at) =>
    some.filter((_, bit) => (at + 1) & (1 << bit)),
  );
  const rarest = (words: readonly string[]): number => Math.min(...words.map(share));
  return all
    .filter((words) => rarest(words) <= COMMON)
    .sort((a, b) => b.join('').length - a.join('').length || a.length - b.length || rarest(a) - rarest(b));
}
