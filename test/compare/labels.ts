/** The pairs judged by hand (pairs.yaml), and what follows from them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** `other`: not judged as a pair, but one of the two has another counterpart, or none, in the other's township. */
export type Answer = 'yes' | 'no' | 'partial' | 'other';

export interface Pair {
  part: 'tune' | 'held';
  a: string;
  b: string;
  same: 'yes' | 'no' | 'partial';
}

export interface Lone {
  part: 'tune' | 'held';
  a: string;
  /** Townships in which `a` has no counterpart. */
  none: string[];
}

const entries: (Pair | Lone)[] = parse(readFileSync(join(import.meta.dirname, 'pairs.yaml'), 'utf8'));

export const PAIRS: Pair[] = entries.filter((entry) => 'same' in entry);
export const LONE: Lone[] = entries
  .filter((entry) => 'none' in entry)
  .map((entry) => ({ ...entry, none: entry.none.map(String) }));

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const townshipOf = (id: string): string => id.slice(0, 9);

const judged = new Map(PAIRS.map(({ a, b, same }) => [key(a, b), same]));
/** The counterpart of a duty in a township, null for none. */
const known = new Map<string, string | null>([
  ...PAIRS.filter(({ same }) => same === 'yes').flatMap(({ a, b }) => [
    [`${a} ${townshipOf(b)}`, b] as const,
    [`${b} ${townshipOf(a)}`, a] as const,
  ]),
  ...LONE.flatMap(({ a, none }) => none.map((township) => [`${a} ${township}`, null] as const)),
]);
const sides = new Map([
  ...PAIRS.filter(({ same }) => same !== 'no').flatMap(({ a, b, part }) => [
    [a, part] as const,
    [b, part] as const,
  ]),
  ...LONE.map(({ a, part }) => [a, part] as const),
]);

export const sideOf = (id: string): 'tune' | 'held' | undefined => sides.get(id);
export const isTuned = (id: string): boolean => sides.get(id) === 'tune';

/** What is known of a pair of duties of two townships. */
export function answerOf(a: string, b: string): Answer | undefined {
  const direct = judged.get(key(a, b));
  if (direct) return direct;
  const [fromA, fromB] = [known.get(`${a} ${townshipOf(b)}`), known.get(`${b} ${townshipOf(a)}`)];
  return (fromA !== undefined && fromA !== b) || (fromB !== undefined && fromB !== a) ? 'other' : undefined;
}
