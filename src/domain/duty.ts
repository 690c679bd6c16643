/** One duty (事项): a row of one of the three lists, as the township published it. */
import { z } from 'zod';
import { clauseSchema, clausesText } from './clause.ts';
import { listSlugSchema } from './lists.ts';

/** One body named in a department cell (对应上级部门, 承接部门). */
const mentionSchema = z.strictObject({
  /** The department's slug; null where the vocabulary does not know the name. */
  id: z.string().nullable(),
  /** Full name without a place: 住房和城乡建设局 */
  name: z.string().nullable(),
  /** That body of the township's county: 昭苏县住房和城乡建设局; null for a body above the county (州民政局). */
  office: z.string().nullable(),
  /** The words of the cell, its carried-on prefix restored: 县住建局 */
  published: z.string(),
});
export type Mention = z.infer<typeof mentionSchema>;

/** A reviewed correction of a misreading, as seeds/errata/<seed>.yaml holds it. */
export const correctionSchema = z.strictObject({
  line: z.int().positive(),
  was: z.string().min(1),
  now: z.string(),
  why: z.string().min(1),
});
export type Correction = z.infer<typeof correctionSchema>;

/** Characters of a duty that a correction changed: 和 in 单位和个人, where the document has and. */
export const markSchema = z.strictObject({
  column: z.enum(['category', 'name', 'departments', 'superiorDuties', 'townshipDuties', 'takeover']),
  /** Which of the column's texts (`textsOf`), from 0. */
  text: z.int().nonnegative(),
  /** The characters from `start` to before `end`. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** What the document has in their place, white space taken out; "" where it has nothing. */
  was: z.string(),
});
export type Mark = z.infer<typeof markSchema>;

/** Where a text stands in its seed: first and last line, counted from 1. */
const sourceSchema = z.strictObject({
  seed: z.string(),
  lines: z.tuple([z.int().positive(), z.int().positive()]),
});
export type Source = z.infer<typeof sourceSchema>;

export const dutySchema = z.strictObject({
  list: listSlugSchema,
  number: z.int().positive(),
  /** 事项类别 as published, white space removed. */
  category: z.string().min(1),
  name: z.string().min(1),
  departments: z.array(mentionSchema),
  /** The published department cell, white space inside words removed; "" where there is none. */
  departmentsText: z.string(),
  superiorDuties: z.array(clauseSchema).nullable(),
  townshipDuties: z.array(clauseSchema).nullable(),
  takeover: z.array(clauseSchema).nullable(),
  corrections: z.array(correctionSchema),
  /** Where the corrections stand in the texts, in their order; absent where they stand nowhere. */
  marks: z.array(markSchema).min(1).optional(),
  source: sourceSchema,
});
export type Duty = z.infer<typeof dutySchema>;

/** The texts of a column as they are published: one, or that of each clause with its marker. */
export function textsOf(duty: Duty, column: Mark['column']): string[] {
  const text = column === 'departments' ? duty.departmentsText : (duty[column] ?? []);
  return typeof text === 'string' ? [text] : text.map((clause) => clausesText([clause]));
}
