/** The passage of a page's text in which the query stands. */
import { findRanges, fold, type Range } from '../fold.ts';

export interface Excerpt {
  text: string;
  marks: Range[];
}

const BEFORE = 24;
const LENGTH = 96;

/** A cell as printed, on one line: line ends, and the tabs after markers, are layout. */
const printed = (cell: string): string => cell.replace(/[\n\t]/g, '');
/** A cell without the markers of its parts. */
const unmarked = (cell: string): string => cell.replace(/^[^\n\t]*\t/gm, '').replaceAll('\n', '');

const cellsOf = (content: string): string[] => content.split('\n\n');

/**
 * The cell's text around the first word found, cut at both sides and said so; the start of the text where only the
 * name has it.
 */
export function excerpt(content: string, words: readonly string[]): Excerpt {
  const cells = cellsOf(content).map(printed);
  const best = cells.map((cell) => ({ cell, ranges: findRanges(cell, words) })).sort(byRanges)[0];
  const { cell, ranges } = best?.ranges.length ? best : { cell: cells.at(-1) ?? '', ranges: [] as Range[] };
  const first = ranges[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : first - BEFORE;
  const end = Math.min(cell.length, start + LENGTH);
  return cut(cell, ranges, start, end);
}

/** The cell with most of the words first. */
const byRanges = (a: { ranges: Range[] }, b: { ranges: Range[] }): number =>
  b.ranges.length - a.ranges.length;

function cut(cell: string, ranges: readonly Range[], start: number, end: number): Excerpt {
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const inside = ranges.filter(([from]) => from < end);
  const marks = inside.map(([from, to]): Range => [from + shift, Math.min(to, end) + shift]);
  return { text: lead + cell.slice(start, end) + (end < cell.length ? '…' : ''), marks };
}

/** Does a cell of the text hold the word, all in one form: as it is, with plain punctuation, letters alone? */
export function holds(text: string, word: string, form: (text: string) => string): boolean {
  const wanted = form(word);
  return cellsOf(text).some((cell) => form(printed(cell)).includes(wanted));
}

/** Does a cell hold these letters, whether list markers count or not? */
export const holdsLetters = (text: string, letters: string): boolean =>
  holds(text, letters, fold) || cellsOf(text).some((cell) => fold(unmarked(cell)).includes(letters));
