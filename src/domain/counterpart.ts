/** The same duty in several townships: content/counterparts.json. */
import { z } from 'zod';

/** 654026101/cooperative/27 */
const dutyIdSchema = z.string().regex(/^\d{9}\/(basic|cooperative|reclaimed)\/\d+$/);

/**
 * One matter (对应事项): duties of different townships that are the same duty, whatever their wording and list.
 * Each duty belongs to exactly one matter; a duty that no other township has is a matter of its own.
 */
export const matterSchema = z.strictObject({
  /** At most one duty a township, in order of township code. */
  duties: z.array(dutyIdSchema).min(1),
  /** Those of `duties` that are the same only in part: wider or narrower than the others. */
  partial: z.array(dutyIdSchema),
  /** Duties of other matters that take this one in: 大气、水、土壤…污染防治 for 水污染防治. At most one a township. */
  within: z.array(dutyIdSchema),
});
export type Matter = z.infer<typeof matterSchema>;

export const counterpartsSchema = z.array(matterSchema);
