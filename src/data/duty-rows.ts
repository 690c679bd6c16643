/** Duties as rows of CSV, in the columns of CSV_FIELDS. */
import type { Mention } from '../domain/duty.ts';
import { LISTS } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import { CSV_FIELDS } from './fields.ts';
import type { DutyRecord } from './records.ts';
import { clauseLines, csvLine } from './text.ts';

/** Parts values inside a cell; no published name holds it. */
export const SEPARATOR = '|';

/** The head of a CSV file of duties. */
export const DUTY_HEAD = csvLine(CSV_FIELDS.map(({ name }) => name));

/** A duty of a township as one line of CSV. */
export const dutyLine = (record: DutyRecord, township: Township | undefined): string =>
  csvLine(row(record, township));

function row(record: DutyRecord, township: Township | undefined): string[] {
  const cells = {
    ...(township && placeCells(township)),
    ...own(record),
    ...departments(record.departments),
  };
  return CSV_FIELDS.map(({ name }) => String(cells[name] ?? ''));
}

type Cells = Record<string, string | number | null>;

/** What the row of a duty says of its township. */
export const placeCells = ({ name, county, prefecture, province, edition }: Township): Cells => ({
  townshipName: name,
  county: county.name,
  prefecture: prefecture.name,
  province: province.name,
  edition,
});

function own(record: DutyRecord): Cells {
  const { id, url, township, list, number, category, name, departmentsText } = record;
  const [firstLine, lastLine] = record.source.lines;
  return {
    ...{ id, url, township, list, listName: LISTS[list].chinese, number, category, name, departmentsText },
    superiorDuties: clauseLines(record.superiorDuties),
    townshipDuties: clauseLines(record.townshipDuties),
    takeover: clauseLines(record.takeover),
    similar: record.similar.join(SEPARATOR),
    corrections: record.corrections.length,
    seed: record.source.seed,
    ...{ firstLine, lastLine },
  };
}

const departments = (mentions: readonly Mention[]): Cells => ({
  departmentsPublished: mentions.map(({ published }) => published).join(SEPARATOR),
  departments: mentions.map(({ id }) => id ?? '').join(SEPARATOR),
  departmentNames: mentions.map(({ name }) => name ?? '').join(SEPARATOR),
  offices: mentions.map(({ office }) => office ?? '').join(SEPARATOR),
});
