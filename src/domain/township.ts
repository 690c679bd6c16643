/** One township (乡镇、街道) and its three lists: a file of content/townships/. */
import { z } from 'zod';
import { correctionSchema, dutySchema } from './duty.ts';
import { LIST_SLUGS, listSlugSchema } from './lists.ts';

/** An administrative division: 6-digit county, prefecture and province codes, 9-digit township codes. */
export const divisionSchema = z.strictObject({
  code: z.string().regex(/^\d{6}(\d{3})?$/),
  name: z.string().min(1),
});
export type Division = z.infer<typeof divisionSchema>;

/** How many duties, categories and departments a list has; null where a document does not say. */
const countsSchema = z.strictObject({
  duties: z.int().nonnegative().nullable(),
  categories: z.int().nonnegative().nullable(),
  departments: z.int().nonnegative().nullable(),
});
export type Counts = z.infer<typeof countsSchema>;

const tallySchema = z.strictObject({
  total: z.int().nonnegative().nullable(),
  basic: countsSchema,
  cooperative: countsSchema,
  reclaimed: countsSchema,
});
export type Tally = z.infer<typeof tallySchema>;

/** The heads under which a list was published. */
const publishedListSchema = z.strictObject({
  list: listSlugSchema,
  /** 伊犁州昭苏县喀夏加尔镇基本履职事项清单 */
  heading: z.string(),
  /** The table head's cells as printed, 镇配合职责 and the like; the first wording where a document has two. */
  columns: z.array(z.string()),
  line: z.int().positive(),
});

const prefaceClauseSchema = z.strictObject({
  kind: z.enum(['section', 'paragraph']),
  text: z.string(),
  line: z.int().positive(),
});
export type PrefaceClause = z.infer<typeof prefaceClauseSchema>;

/** A finding that stands in the published record: accepted with a reason, or a warning left open. */
const noteSchema = z.strictObject({
  code: z.string(),
  line: z.int().positive().nullable(),
  message: z.string(),
  /** Why it is accepted; null while it is open. */
  reason: z.string().nullable(),
});
export type Note = z.infer<typeof noteSchema>;

/** Something that looks misread but is not certain: it stays as printed and is listed. */
export const suspectSchema = z.strictObject({
  line: z.int().positive(),
  text: z.string().min(1),
  why: z.string().min(1),
});
export type Suspect = z.infer<typeof suspectSchema>;

const seedSchema = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.int().positive(),
  /** Where and when the document was got, from seeds/manifest.yaml; null where nobody knows. */
  address: z.string().nullable(),
  retrieved: z.string().nullable(),
});

export const townshipSchema = z.strictObject({
  code: z.string().regex(/^\d{9}$/),
  /** 喀夏加尔镇 */
  name: z.string().min(1),
  /** 镇, 乡 or 街道: how its own lists speak of it (本镇). */
  kind: z.string().min(1),
  county: divisionSchema,
  prefecture: divisionSchema,
  province: divisionSchema,
  /** The month the document bears, 2025-07; null where it bears none. */
  edition: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  /** The cover's lines as printed; empty where there is no cover. */
  cover: z.array(z.string()),
  /** A mark on the cover that restricts the document (内部); null where there is none. */
  mark: z.string().nullable(),
  preface: z.array(prefaceClauseSchema),
  lists: z.array(publishedListSchema),
  /** What the document states of itself beside what was found in it. */
  declared: tallySchema,
  found: tallySchema,
  seed: seedSchema,
  duties: z.array(dutySchema),
  /** Every correction applied to the document, those outside duties too. */
  corrections: z.array(correctionSchema),
  notes: z.array(noteSchema),
  suspects: z.array(suspectSchema),
});
export type Township = z.infer<typeof townshipSchema>;

/** 昭苏县喀夏加尔镇: no two townships of a county share a name. Some carry the county's in their own: 沙雅县哈德墩镇. */
export const nameWithCounty = (county: string, name: string): string =>
  name.startsWith(county) ? name : county + name;

/** The order of townships and duties in everything published. */
export const byListThenNumber = (
  a: { list: string; number: number },
  b: { list: string; number: number },
): number => LIST_SLUGS.indexOf(a.list as never) - LIST_SLUGS.indexOf(b.list as never) || a.number - b.number;
