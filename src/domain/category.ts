/** Categories (事项类别): one entry of seeds/vocabulary/categories.yaml each. */
import { z } from 'zod';

export const categoryEntrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(2),
  /** Other wordings of the same category, as printed: 文化旅游 for 文化和旅游. */
  variants: z.array(z.string().min(2)).default([]),
});
export type CategoryEntry = z.infer<typeof categoryEntrySchema>;
