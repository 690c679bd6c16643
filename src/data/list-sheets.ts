/** The three lists as sheets: of one township with its own heads, or of several side by side. */
import { COLUMNS, type Column, LIST_SLUGS, LISTS, type ListSlug } from '../domain/lists.ts';
import { nameWithCounty, type Township } from '../domain/township.ts';
import type { DutyRecord } from './records.ts';
import { clauseLines } from './text.ts';
import type { Sheet } from './workbook.ts';

const WIDTHS: Record<Column, number> = {
  number: 6,
  category: 14,
  name: 26,
  departments: 22,
  superiorDuties: 70,
  townshipDuties: 46,
  takeover: 70,
};
const BASIC_NAME_WIDTH = 90; // the only text of its list
const TOWNSHIP_WIDTH = 16;

/** The lists of one township as it published them; on paper each says whose it is. */
export const townshipSheets = (township: Township, records: readonly DutyRecord[]): Sheet[] =>
  LIST_SLUGS.map((list) => ({
    name: LISTS[list].chinese,
    heading: paperHeading(township, list),
    columns: LISTS[list].columns.map((column, index) => ({
      head: published(township, list)?.columns[index] ?? COLUMNS[column],
      width: widthOf(list, column),
    })),
    rows: ofList(records, list).map((record) => cells(record)),
  }));

/** The heading as printed, after the township's name where the office left that out. */
function paperHeading(township: Township, list: ListSlug): string {
  const heading = published(township, list)?.heading ?? `${LISTS[list].chinese}清单`;
  return heading.includes(township.name) ? heading : placeOf(township) + heading;
}

/** Duties of several townships, each row beginning with its township; lists that none of them is in are left out. */
export const gatheredSheets = (
  title: string,
  records: readonly DutyRecord[],
  townships: ReadonlyMap<string, Township>,
): Sheet[] =>
  LIST_SLUGS.filter((list) => records.some((record) => record.list === list)).map((list) => ({
    name: LISTS[list].chinese,
    heading: `${title}：${LISTS[list].chinese}`,
    columns: [
      { head: '乡镇', width: TOWNSHIP_WIDTH },
      ...LISTS[list].columns.map((column) => ({ head: COLUMNS[column], width: widthOf(list, column) })),
    ],
    rows: ofList(records, list).map((record) => [placeOf(townships.get(record.township)), ...cells(record)]),
  }));

/** A duty's cells in the columns of its list. */
export const cells = (record: DutyRecord): (string | number)[] =>
  LISTS[record.list].columns.map((column) => cell(record, column));

function cell(record: DutyRecord, column: Column): string | number {
  if (column === 'number' || column === 'category' || column === 'name') return record[column];
  return column === 'departments' ? record.departmentsText : clauseLines(record[column]);
}

const widthOf = (list: ListSlug, column: Column): number =>
  list === 'basic' && column === 'name' ? BASIC_NAME_WIDTH : WIDTHS[column];

const published = (township: Township, list: ListSlug) => township.lists.find((entry) => entry.list === list);

const ofList = (records: readonly DutyRecord[], list: ListSlug): DutyRecord[] =>
  records.filter((record) => record.list === list);

const placeOf = (township: Township | undefined): string =>
  township ? nameWithCounty(township.county.name, township.name) : '';
