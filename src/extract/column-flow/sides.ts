/** Whose duty a sentence speaks of: words that the superior department's side uses, and the township's. */
import type { Sheet } from './sheet.ts';

/** Weights of word beginnings and pairs of characters; above zero speaks for the superior side. */
export type SideWords = ReadonlyMap<string, number>;

/** A sentence begins: after a marker, or after the end of the one before. */
const START = '^';

/** A text as the weights know it, and for each of its characters the place it comes from. */
export interface Folded {
  text: string;
  places: number[];
}

const MARKER =
  /(?:[0-9０-９]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}、|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[①-⑳])/uy;
const SENTENCE_BEGINS = /[。；;：:\s]/u;

/**
 * Every county, city and district becomes 县, every township and street 镇, digits 0; a marker falls away and
 * leaves START, as the end of a sentence does.
 */
export function foldForSides(text: string): Folded {
  const folded: Folded = { text: '', places: [] };
  const put = (char: string, at: number): void => {
    if (char === '' || (char === START && folded.text.endsWith(START))) return;
    folded.text += char;
    folded.places.push(at);
  };
  for (let at = 0; at < text.length; at += 1) {
    const before = text[at - 1] ?? '';
    if (at === 0) put(START, at);
    const marker = at === 0 || SENTENCE_BEGINS.test(before) ? markerLength(text, at) : 0;
    if (marker > 0) {
      put(START, at);
      at += marker - 1;
      continue;
    }
    const char = foldCharacter(text[at] ?? '', text[at + 1] ?? '', before);
    put(char, at);
    if (char === '。' || char === '；') put(START, at);
  }
  return folded;
}

function markerLength(text: string, at: number): number {
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0].length ?? 0;
}

/** Characters that stand for their kind. */
const SAME: Record<string, string> = {
  ...Object.fromEntries([...'市区旗'].map((char) => [char, '县'])),
  ...Object.fromEntries([...'0123456789０１２３４５６７８９'].map((char) => [char, '0'])),
  ...Object.fromEntries([...' \t\u3000\u00a0'].map((char) => [char, ''])),
  ';': '；',
  ':': '：',
  ',': '，',
};

function foldCharacter(char: string, next: string, before: string): string {
  if (char === '街' && next === '道') return '镇';
  if (char === '道' && before === '街') return '';
  if (char === '乡' || char === '镇') return before === '乡' ? '' : '镇';
  return SAME[char] ?? char;
}

/** The features that end at character i: pairs to fours of a text, and up to fives where a sentence begins. */
export function featuresAt(text: string, i: number): string[] {
  const found: string[] = [];
  for (let length = 2; length <= 5 && length <= i + 1; length += 1) {
    const word = text.slice(i - length + 1, i + 1);
    const start = word.lastIndexOf(START);
    if (start > 0) break;
    if (start === 0 || length <= 4) found.push(word);
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
  for (let i = 0; i < folded.text.length; i += 1) {
    while (sums.length < starts.length && (starts[sums.length] ?? 0) <= (folded.places[i] ?? 0))
      sums.push(sum);
    for (const feature of featuresAt(folded.text, i)) sum += words.get(feature) ?? 0;
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
