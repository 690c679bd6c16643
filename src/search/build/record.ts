/** One page as the search sees it. */
import type { Clause } from '../../domain/clause.ts';
import type { Facet } from '../layout.ts';

/** A clause as the search sees it: its marker, 1. or 一、, is printed, but not in the way of a match. */
export type SearchClause = Omit<Clause, 'kind'>;

/** Text that reads on: a table cell, a paragraph. Matches do not cross its borders. */
export type Cell = readonly SearchClause[];

export interface SearchRecord {
  /** Address below the base path. */
  url: string;
  title: string;
  /** Other names by which the page is looked for; they count like its title. */
  names: readonly string[];
  cells: readonly Cell[];
  filters: Partial<Record<Facet, readonly string[]>>;
}

/** Which duty an address is of; null for other pages. */
export function dutyOf(url: string): { township: string; list: string; number: number } | null {
  const [, township, list, number] = /^\/townships\/(\d+)\/(\w+)\/(\d+)\/$/.exec(url) ?? [];
  return township && list ? { township, list, number: Number(number) } : null;
}

/** The text of a record as printed: a line for each clause, a tab after its marker, an empty line between cells. */
export const printedText = ({ cells }: SearchRecord): string =>
  cells.map((cell) => cell.map(printedClause).join('\n')).join('\n\n');

const printedClause = ({ marker, text }: SearchClause): string =>
  marker === undefined ? text : `${marker}\t${text}`;
