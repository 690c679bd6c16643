/** Departments (部门) and their county offices. */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const pattern = z
  .string()
  .regex(/\{county\}|\{stem\}/, 'an office pattern names the county: {county} or {stem}');

/**
 * One entry of seeds/vocabulary/departments.yaml: a body in general.
 *
 * A pattern is an office's full name with {county} 昭苏县, {stem} 吉木萨尔 (the county without 县), {prefecture} 伊犁州,
 * {province} 新疆 and {name}, the entry's name. Where it is used to read, a placeholder stands for every form of
 * the place: {county} for 昭苏县 and for 县.
 */
export const departmentEntrySchema = z.strictObject({
  id: slug,
  /** Full name without a place: 住房和城乡建设局 */
  name: z.string().min(2),
  office: pattern.default('{county}{name}'),
  /** Short forms, as people write and search them: 住建局 */
  aliases: z.array(z.string().min(2)).default([]),
  /** Other ways it is found written, with a place inside (patterns) or misprinted: read, but not published as names. */
  spellings: z.array(z.string().min(2)).default([]),
  /** Full names under which some counties run the same body; the office is named as printed: {county}史志办 */
  variants: z.array(pattern).default([]),
  /** What holds in one county only, by its code: the office's full name, and short forms that mean another body elsewhere. */
  counties: z
    .record(
      z.string().regex(/^\d{6}$/),
      z.strictObject({ office: pattern, aliases: z.array(z.string().min(2)).default([]) }),
    )
    .default({}),
  /** In running text the name followed by one of these is another word: 县政协 in 县政协委员 */
  notBefore: z.array(z.string().min(1)).default([]),
  /** Cells as printed, each with the office names it must resolve to in the county given. */
  examples: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        county: z.string().min(1),
        offices: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});
export type DepartmentEntry = z.infer<typeof departmentEntrySchema>;

/** content/departments.json: a body in general and its offices, one a county; none where all documents mean one above. */
export const departmentSchema = z.strictObject({
  id: slug,
  name: z.string(),
  aliases: z.array(z.string()),
  offices: z.array(
    z.strictObject({
      county: z.string().regex(/^\d{6}$/),
      countyName: z.string(),
      name: z.string(),
      /** How the county's documents name it, as printed. */
      published: z.array(z.string()),
    }),
  ),
});
export type Department = z.infer<typeof departmentSchema>;
