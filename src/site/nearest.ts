/** The same duty elsewhere, the nearest townships first: those of the same county, of the same prefecture, the rest. Pure. */
import { perObject } from '../build/per-object.ts';
import type { Entry } from './entries.ts';

/** How many of them a page or a record names; the comparison and counterparts.json have all. */
export const NEAREST = 12;

/** Entries by county and by prefecture. */
interface Places {
  counties: ReadonlyMap<string, Entry[]>;
  prefectures: ReadonlyMap<string, Entry[]>;
}

/** Up to `most` entries of other townships. Looks at few more than these, however many townships there are. */
export function nearest(entries: readonly Entry[], { township }: Entry, most: number): Entry[] {
  const { counties, prefectures } = placesOf(entries);
  const found = new Set<Entry>();
  for (const group of [
    counties.get(township.county.code) ?? [],
    prefectures.get(township.prefecture.code) ?? [],
    entries,
  ])
    for (const other of group) {
      if (found.size >= most) return [...found];
      if (other.township !== township) found.add(other);
    }
  return [...found];
}

/** Arranged once for each array of entries. */
const placesOf = perObject(
  (entries: readonly Entry[]): Places => ({
    counties: Map.groupBy(entries, ({ township }) => township.county.code),
    prefectures: Map.groupBy(entries, ({ township }) => township.prefecture.code),
  }),
);
