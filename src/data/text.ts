/** Text forms of the data: JSON with one record a line, and CSV. */
import type { Clause } from '../domain/clause.ts';

/** A JSON array with one record a line, so that a change of one record is a change of one line. */
export const jsonLines = (records: readonly object[]): string =>
  jsonArray(records.map((record) => JSON.stringify(record)));

/** The same of records that are JSON already. */
export const jsonArray = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]\n`;

/** One record as a file of its own. */
export const jsonFile = (record: object): string => `${JSON.stringify(record, null, 2)}\n`;

/** CSV (RFC 4180) with a byte order mark, without which Excel takes UTF-8 for the system's own encoding. */
export const csv = (lines: readonly string[]): string => `\uFEFF${lines.join('')}`;

/**
 * One row of CSV with its line end.
 * Cells are exact: one that began with = or + would not be altered to keep a spreadsheet from calculating it.
 */
export const csvLine = (row: readonly string[]): string => `${row.map(csvCell).join(',')}\r\n`;

const csvCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A cell's text with a clause a line, each with its marker as printed; "" where the list has no such cell. */
export const clauseLines = (clauses: readonly Clause[] | null): string =>
  (clauses ?? []).map(clauseLine).join('\n');

export const clauseLine = ({ marker, text }: Clause): string => (marker ?? '') + text;
