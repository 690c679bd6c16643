/** Terms explained in plain words, by us and not by the lists: content/glossary.yaml. */
import { z } from 'zod';

export const termSchema = z.strictObject({
  /** The anchor on /glossary/. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(2),
  /** How texts write it; the name itself where this is left out. The first use in a text links to the glossary. */
  written: z.array(z.string().min(2)).optional(),
  group: z.string(),
  meaning: z.string().min(4),
});
export type Term = z.infer<typeof termSchema>;
