/** What the two readers of tables take and give: the text of one list in, its rows out. */
import type { Correction } from '../domain/duty.ts';
import type { Column, ListSlug } from '../domain/lists.ts';
import type { Finding } from './finding.ts';

/** One line of a seed, errata applied; `number` counts from 1 in the file as received. */
export interface Line {
  number: number;
  text: string;
  /** What errata changed of it, from left to right. */
  edits?: Edit[];
}

/** What an erratum changed of one line: `now` stands at `at` in the line's text, where `was` stood. */
export interface Edit {
  at: number;
  was: string;
  now: string;
  erratum: Correction;
}

/** One list as it stands in a document: its heading, its table head and the lines of its rows, page marks taken out. */
export interface ListText {
  list: ListSlug;
  heading: Line;
  /** The cells of the (first) table head as printed. */
  columns: string[];
  /** The lines of the rows; blank lines are kept, since they carry meaning in column flow. */
  body: Line[];
}

/**
 * A layout block of a cell: a paragraph, a list item, a line that was not wrapped. `line` is where it begins;
 * `item` is set where the document's markup says that it stands in a list.
 */
export interface Block {
  line: number;
  text: string;
  item?: true;
}

/** One row of a table. `lines` holds every line the row takes its text from, each once; two that an erratum parted share a number. */
export interface Row {
  list: ListSlug;
  number: number;
  cells: Partial<Record<Column, Block[]>>;
  lines: Line[];
  /** How sure the reader is of the borders between the cells, 0 to 1; delimited rows are always 1. */
  confidence: number;
}

export interface RowsRead {
  rows: Row[];
  findings: Finding[];
}
