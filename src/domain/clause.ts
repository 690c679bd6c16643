/** A duty text is a list of clauses: its structure is kept and its words are not changed. */
import { z } from 'zod';

const CLAUSE_KINDS = ['section', 'department', 'item', 'paragraph'] as const;

/**
 * - `section`: a heading, 一、水库移民安置工作 or “三献”工作
 * - `department`: a heading that names who acts, 县自然资源局：
 * - `item`: one point of a numbered or bulleted list; `marker` as printed (1. （1）), absent where none is
 * - `paragraph`: plain sentences
 */
export const clauseSchema = z.strictObject({
  kind: z.enum(CLAUSE_KINDS),
  marker: z.string().min(1).optional(),
  text: z.string(),
});
export type Clause = z.infer<typeof clauseSchema>;

/** The cell's text again: markers and texts of all clauses, without separators. */
export const clausesText = (clauses: readonly Clause[]): string =>
  clauses.map((clause) => (clause.marker ?? '') + clause.text).join('');
