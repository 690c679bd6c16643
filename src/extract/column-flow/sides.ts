/** Whose duty a sentence speaks of: words that the superior department's side uses, and the township's. */
import type { Sheet } from './sheet.ts';

/** Weights of word beginnings and pairs of characters; above zero speaks for the superior side. */
export type SideWords = ReadonlyMap<string, number>;

/** A sentence begins: after a marker, or after the end of the one before. */
export const START = '^';

/**
 * The text as the weights know it: every county, city and district is 县, every township and street 镇, digits 0;
 * each character with the place it comes from. Markers fall away and leave START.
 */
export function foldForSides(text: string): { char: string; at: number }[] {
  const folded: { char: string; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const marker =
      /^(?:[0-9０-９]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}、|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳])/u.exec(
        text.slice(at, at + 6),
      );
    const before = text[at - 1] ?? '';
    if (marker && (at === 0 || /[。；;：:\s]/u.test(before))) {
      if (folded.at(-1)?.char !== START) folded.push({ char: START, at });
      at += marker[0].length;
      continue;
    }
    const char = foldCharacter(text[at] ?? '', text[at + 1] ?? '', before);
    if (folded.length === 0) folded.push({ char: START, at });
    if (char !== '') folded.push({ char, at });
    if (/[。；]/u.test(char)) folded.push({ char: START, at });
    at += 1;
  }
  return folded;
}

function foldCharacter(char: string, next: string, before: string): string {
  if (/\s/u.test(char)) return '';
  if (/[市区旗]/u.test(char)) return '县';
  if (char === '街' && next === '道') return '镇';
  if (char === '道' && before === '街') return '';
  if (char === '乡' || char === '镇') return before === '乡' ? '' : '镇';
  if (char === ';') return '；';
  if (char === ':') return '：';
  if (char === ',') return '，';
  return /[0-9０-９]/u.test(char) ? '0' : char;
}

/** The features that end at character i: pairs and threes, and longer ones at the beginning of a sentence. */
export function featuresAt(folded: readonly { char: string }[], i: number): string[] {
  const found: string[] = [];
  for (const length of [2, 3, 4, 5]) {
    if (i - length + 1 < 0) break;
    const word = folded
      .slice(i - length + 1, i + 1)
      .map(({ char }) => char)
      .join('');
    if (word.includes(START) ? word.lastIndexOf(START) === 0 : length <= 4) found.push(word);
  }
  return found;
}

/** Sum of the weights up to each atom of a row: sums[q] - sums[p] speaks of the atoms p to q. */
export function sideSums(sheet: Sheet, words: SideWords): number[] {
  let text = '';
  const starts: number[] = [];
  for (const atom of sheet.atoms) {
    starts.push(text.length);
    text += sheet.lines[atom.line]?.text.slice(atom.from, atom.to) ?? '';
  }
  const folded = foldForSides(text);
  const sums: number[] = [];
  let sum = 0;
  let next = 0;
  for (const [i, { at }] of folded.entries()) {
    while (next < starts.length && (starts[next] ?? 0) <= at) {
      sums.push(sum);
      next += 1;
    }
    for (const feature of featuresAt(folded, i)) sum += words.get(feature) ?? 0;
  }
  while (sums.length <= starts.length) sums.push(sum);
  return sums;
}

/** Reads lines of a weight and its words: `0.4 下发 指导镇`. */
export function readSideWords(lines: readonly string[]): SideWords {
  return new Map(
    lines.flatMap((line) => {
      const [weight, ...words] = line.split(' ');
      return words.map((word) => [word, Number(weight)] as const);
    }),
  );
}
