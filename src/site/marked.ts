/** Corrections shown where they stand: a text is cut into plain parts and corrected ones. */
import { type Clause, clausesText } from '../domain/clause.ts';
import type { Duty, Mark } from '../domain/duty.ts';
import type { Linked } from './linked.ts';
import type { TextColumn } from './office-clauses.ts';

/** Words that a correction changed, with what stood there. */
export interface Corrected {
  now: string;
  was: string;
}
export type Part = string | Corrected | Linked;

export interface MarkedClause {
  kind: Clause['kind'];
  parts: Part[];
}

/** The marks of one text of a duty: of a column, or of a clause by its index there. */
export const marksOn = ({ marks = [] }: Duty, column: Mark['column'], text = 0): Mark[] =>
  marks.filter((mark) => mark.column === column && mark.text === text);

/** A text with its corrections marked: 单位〔和〕个人. */
export function marked(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { start, end, was } of marks) {
    parts.push(text.slice(done, start), { now: text.slice(start, end), was });
    done = end;
  }
  return [...parts, text.slice(done)].filter((part) => part !== '');
}

/** The clauses of a column with their corrections marked, marker and all. */
export const markedClauses = (duty: Duty, column: TextColumn): MarkedClause[] =>
  (duty[column] ?? []).map((clause, index) => ({
    kind: clause.kind,
    parts: marked(clausesText([clause]), marksOn(duty, column, index)),
  }));
