/** Rows of a delimited document: one row a line, cells split by tabs. */
import { type Column, LISTS } from '../domain/lists.ts';
import { readCell } from './cells.ts';
import { type Finding, finding } from './finding.ts';
import type { Line, ListText, Row, RowsRead } from './rows.ts';
import { bareText, foldDigits } from './text.ts';

/**
 * The rows of one list. The halves of a row that a page break cut in two are joined.
 * A line that is not a row of the list's columns is an error, and its text goes nowhere.
 */
export function readDelimitedRows(list: ListText, file: string): RowsRead {
  const columns = LISTS[list.list].columns;
  const rows: Row[] = [];
  const findings: Finding[] = [];
  for (const line of list.body) {
    if (bareText(line.text) === '') continue;
    const row = readRow(line, list, columns, file, findings);
    const last = rows.at(-1);
    if (row && last && isSecondHalf(last, row)) append(last, row);
    else if (row && row.number > 0) rows.push(row);
    else if (row) findings.push(noNumber(line, file));
  }
  return { rows, findings: [...findings, ...checkNumbers(rows, file)] };
}

/** The row on a line, its number 0 where the cell is blank; null (and a finding) where it is not a row of this list. */
function readRow(line: Line, list: ListText, columns: readonly Column[], file: string, findings: Finding[]) {
  const cells = line.text.split('\t');
  const number = Number(foldDigits(bareText(cells[0] ?? '')).replace(/[.．、]$/, ''));
  if (!Number.isInteger(number) || number < 0 || cells.length === 1) {
    findings.push(noNumber(line, file));
    return null;
  }
  if (cells.length !== columns.length) {
    const message = `第 ${number} 项有 ${cells.length} 个单元格，应为 ${columns.length} 个`;
    findings.push(finding('cell-count', file, line.number, message));
    return null;
  }
  const row: Row = { list: list.list, number, cells: {}, lines: [line], confidence: 1 };
  columns.forEach((column, index) => {
    const read = readCell(cells[index] ?? '', line.number, file);
    findings.push(...read.findings);
    row.cells[column] = read.blocks;
  });
  return row;
}

const noNumber = (line: Line, file: string): Finding =>
  finding(
    'unclaimed-line',
    file,
    line.number,
    `不是清单的一行（没有序号）：${line.text.trim().slice(0, 40)}`,
  );

/** The columns that a page break repeats whole or leaves blank; a cell that is cut in two goes on in them too. */
const SHORT: readonly Column[] = ['category', 'name', 'departments'];

/**
 * A page break cuts a row in two: `59 自然资源 “两违”…整治工作 市自然资源局… 一、…` and, under the next page's
 * head, `59 自然资源 “两违”…整治工作 市自然资源局… 三、…`; or the second half leaves out the number, or all short
 * cells, or goes on with those that were cut. The same row printed twice is no second half, nor is one on the very
 * next line, nor a row that has all its cells and only lost its number.
 */
function isSecondHalf(first: Row, second: Row): boolean {
  const repeats = second.number === first.number && !isNext(first, second);
  if (second.number !== 0 && !repeats) return false;
  const columns = columnsOf(second);
  const further = columns.filter((column) => saysMore(first, second, column));
  const cut = further.filter((column) => SHORT.includes(column));
  if (cut.length === further.length) return false;
  const short = columns.filter((column) => SHORT.includes(column));
  const again = short.some((column) => isAgain(first, second, column));
  const lostNumber = cut.length === short.length;
  return cut.length === 0 || (second.number === 0 && !again && !lostNumber);
}

/** No line stands between them. */
const isNext = (first: Row, second: Row): boolean =>
  (second.lines[0]?.number ?? 0) <= (first.lines.at(-1)?.number ?? 0) + 1;

/** What the second half says again is left out. */
function append(first: Row, second: Row): void {
  for (const column of columnsOf(second))
    if (!isAgain(first, second, column)) first.cells[column]?.push(...(second.cells[column] ?? []));
  first.lines.push(...second.lines);
}

const columnsOf = (row: Row): Column[] =>
  (Object.keys(row.cells) as Column[]).filter((column) => column !== 'number');

const isAgain = (first: Row, second: Row, column: Column): boolean =>
  text(second, column) !== '' && text(second, column) === text(first, column);

const saysMore = (first: Row, second: Row, column: Column): boolean =>
  text(second, column) !== '' && text(second, column) !== text(first, column);

const text = (row: Row, column: Column): string =>
  bareText((row.cells[column] ?? []).map((block) => block.text).join(''));

/** Numbers run 1, 2, 3 …; each departure is reported once, at the row where it shows. */
export function checkNumbers(rows: Row[], file: string): Finding[] {
  const findings: Finding[] = [];
  let last = 0;
  for (const { number, lines } of rows) {
    const line = lines[0]?.number ?? null;
    if (number === last)
      findings.push(finding('number-doubled', file, line, `第 ${number} 项出现了不止一次`));
    else if (number < last)
      findings.push(finding('number-order', file, line, `第 ${number} 项排在第 ${last} 项之后`));
    else if (number > last + 1) findings.push(finding('number-missing', file, line, missing(last, number)));
    last = Math.max(last, number);
  }
  return findings;
}

const missing = (last: number, number: number): string =>
  number === last + 2 ? `缺第 ${last + 1} 项` : `缺第 ${last + 1} 至 ${number - 1} 项`;
