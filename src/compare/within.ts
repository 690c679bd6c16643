/** Duties that take in what another township lists as a duty of its own (merged there, split here). */
import { createIndex, type Gathered, type Standing } from './matters.ts';
import { type Judge, MODEL } from './model.ts';
import type { Lexicon, Profile } from './profiles.ts';

/**
 * For each matter the duties that take it in, of townships that have no duty of the matter itself: the likeliest
 * of each township. A whole is found from its side, so the work per duty stays the same with many townships.
 */
export function findWholes(
  matters: readonly Gathered[],
  { profiles, weights }: Lexicon,
  within: Judge = MODEL.within,
): Map<Gathered, Profile[]> {
  const index = createIndex(matters, weights);
  const found = new Map<Gathered, Map<string, { whole: Profile; score: number }>>();
  for (const whole of profiles)
    for (const { matter, wordings } of index.candidates(whole)) {
      if (matter.duties.has(whole.township)) continue;
      const score = Math.max(
        ...parts(wordings, whole).map((part) => within.likelihood(part, whole, weights)),
      );
      if (score < within.from) continue;
      const wholes = found.get(matter) ?? new Map();
      found.set(matter, wholes);
      if (score > (wholes.get(whole.township)?.score ?? 0)) wholes.set(whole.township, { whole, score });
    }
  return new Map(
    [...found].map(([matter, wholes]) => [matter, [...wholes.values()].map(({ whole }) => whole)]),
  );
}

/** The wordings of a matter that are no longer than the whole; the shorter is the part. */
const parts = (wordings: Standing['wordings'], whole: Profile): Profile[] =>
  wordings.map(([first]) => first).filter((part) => part.name.weight <= whole.name.weight);
