/** From a row of cells to a duty: clauses read, departments resolved, corrections attached. */
import { clausesText } from '../domain/clause.ts';
import type { Duty } from '../domain/duty.ts';
import type { Column } from '../domain/lists.ts';
import { readClauses } from './clauses.ts';
import type { DepartmentReader, Place } from './departments.ts';
import { errataOf } from './errata.ts';
import { marksOf } from './marks.ts';
import type { Block, Row } from './rows.ts';
import { tidyText } from './text.ts';

export interface DutyRead {
  duty: Duty;
  /** Names of the department cell that the vocabulary does not know. */
  unresolved: string[];
}

/** One duty of a document. */
export function readDuty(
  row: Row,
  seed: string,
  place: Place,
  reader: DepartmentReader,
  delimited: boolean,
): DutyRead {
  const blocks = (column: Column): Block[] => row.cells[column] ?? [];
  const text = (column: Column): string =>
    tidyText(
      blocks(column)
        .map((block) => block.text)
        .join(' '),
    );
  const clauses = (column: Column) =>
    row.cells[column] ? readClauses(blocks(column), (words) => reader.isHeading(words)) : null;
  const takeover = clauses('takeover');
  const departmentsText = tidyCell(blocks('departments'), reader);
  const { mentions, unresolved } = takeover
    ? reader.readTakeover(
        takeover.map((clause) => clausesText([clause])),
        place,
      )
    : reader.read(departmentsText, place);
  const lines = row.lines.map((line) => line.number);
  const duty: Duty = {
    list: row.list,
    number: row.number,
    category: text('category'),
    name: text('name'),
    departments: mentions,
    departmentsText,
    superiorDuties: clauses('superiorDuties'),
    townshipDuties: clauses('townshipDuties'),
    takeover,
    corrections: errataOf(row.lines),
    source: { seed, lines: [Math.min(...lines), Math.max(...lines)] },
  };
  const marks = marksOf(row, duty, delimited);
  return { duty: marks.length > 0 ? { ...duty, marks } : duty, unresolved };
}

/**
 * A department cell without the white space of wrapped lines (`市委统一战线工作 部、组织部`); a space that parts
 * two names is kept (`英吉沙县委组织部 英吉沙县人力资源和社会保障局`).
 */
function tidyCell(blocks: Block[], reader: DepartmentReader): string {
  const parts = blocks.flatMap((block) => block.text.trim().split(/\s+/u)).filter((part) => part !== '');
  return parts.reduce((cell, part) => {
    const before = cell.split(/[、，,\s]/u).at(-1) ?? '';
    const after = part.split(/[、，,]/u)[0] ?? '';
    const parted = before !== '' && after !== '' && reader.isList(before) && reader.isList(after);
    return `${cell}${parted ? ' ' : ''}${part}`;
  }, '');
}
