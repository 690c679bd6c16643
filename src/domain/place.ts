/** Places (地方) as documents write them: seeds/vocabulary/places.yaml. */
import { z } from 'zod';
import type { Division } from './township.ts';

/** The divisions above a township. */
export interface Place {
  county: Division;
  prefecture: Division;
  province: Division;
}

export const placeNamesSchema = z.strictObject({
  /** Names of peoples inside names of autonomous places: 昌吉回族自治州 is 昌吉州. */
  peoples: z.array(z.string().min(1)).min(1),
  /** Short forms that the rule does not give, by full name; the first is the usual one. */
  shorts: z.record(z.string(), z.array(z.string().min(2)).min(1)),
});
export type PlaceNames = z.infer<typeof placeNamesSchema>;
