/** The passage of a page's text in which the query stands. */
import { type Folded, findRanges, fold, foldWithPlaces, type Range } from '../fold.ts';

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

/** A cell as printed, ready to be searched. */
export interface PrintedCell {
  text: string;
  folded: Folded;
}

export const printedCells = (content: string): PrintedCell[] =>
  cellsOf(content).map((cell) => ({ text: printed(cell), folded: foldWithPlaces(printed(cell)) }));

/**
 * The text around the first word found in the cell that has most of them, cut at both sides and said so; the start of
 * the last cell where only the name has them.
 */
export function excerpt(cells: readonly PrintedCell[], words: readonly string[]): Excerpt {
  const found = cells.map(({ text, folded }) => ({ text, ranges: findRanges(folded, words) }));
  const best = found.sort((a, b) => b.ranges.length - a.ranges.length)[0];
  const { text, ranges } = best?.ranges.length
    ? best
    : { text: cells[cells.length - 1]?.text ?? '', ranges: [] };
  const first = ranges[0]?.[0] ?? 0;
  const start = first <= BEFORE ? 0 : first - BEFORE;
  return cut(text, ranges, start, Math.min(text.length, start + LENGTH));
}

function cut(text: string, ranges: readonly Range[], start: number, end: number): Excerpt {
  const lead = start > 0 ? '…' : '';
  const shift = lead.length - start;
  const inside = ranges.filter(([from]) => from < end);
  const marks = inside.map(([from, to]): Range => [from + shift, Math.min(to, end) + shift]);
  return { text: lead + text.slice(start, end) + (end < text.length ? '…' : ''), marks };
}

/** Does a cell of the text hold the word, all in one form: as it is, with plain punctuation, letters alone? */
export function holds(text: string, word: string, form: (text: string) => string): boolean {
  const wanted = form(word);
  return cellsOf(text).some((cell) => form(printed(cell)).includes(wanted));
}

/** Does a cell hold these letters, whether list markers count or not? */
export const holdsLetters = (text: string, letters: string): boolean =>
  holds(text, letters, fold) || cellsOf(text).some((cell) => fold(unmarked(cell)).includes(letters));
