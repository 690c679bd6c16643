/** Departments (部门) and their county offices. */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * One entry of seeds/vocabulary/departments.yaml.
 * `office` is the pattern of a county body's full name: {county} 昭苏县, {prefecture} 伊犁州, {name} the entry's name.
 */
export const departmentEntrySchema = z.strictObject({
  id: slug,
  name: z.string().min(2),
  office: z.string().includes('{county}').default('{county}{name}'),
  aliases: z.array(z.string().min(2)).default([]),
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

/** content/departments.json: a body in general and its offices, one a county. */
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
