/** seeds/vocabulary/synonyms.yaml: what people say, and the words of the lists. */
import { z } from 'zod';

export const synonymsSchema = z.strictObject({
  review: z.string(),
  synonyms: z.array(
    z.strictObject({
      say: z.string().min(1),
      means: z.array(z.string().min(2)).min(1),
      note: z.string().optional(),
    }),
  ),
});

/** As core.json holds them: [say, ...means]; entries of the same saying are one. */
export function readSynonyms(data: unknown): string[][] {
  const means = new Map<string, Set<string>>();
  for (const entry of synonymsSchema.parse(data).synonyms) {
    const known = means.get(entry.say) ?? new Set();
    means.set(entry.say, known);
    for (const mean of entry.means) known.add(mean);
  }
  return [...means].map(([say, words]) => [say, ...words]);
}
