/** Matters (对应事项) with their entries: which duties of different townships are the same one. Pure. */
import type { CategoryEntry } from '../domain/category.ts';
import type { Matter } from '../domain/counterpart.ts';
import type { Entry } from './entries.ts';

/** One matter: at most one entry a township. */
export interface MatterEntries {
  /** The id of its first duty, which names it. */
  id: string;
  entries: Entry[];
  /** Those of `entries` that are the same only in part. */
  partial: ReadonlySet<Entry>;
  /** Entries of other matters that take this one in. */
  within: Entry[];
  /** The category most of its entries have. */
  category: CategoryEntry;
}

/** What a township has of a matter: its own duty, else the wider one that takes the matter in. */
export interface MatterDuty {
  entry: Entry;
  /** 部分 where it is the same only in part, 并入 where it stands within a wider duty. */
  note: '' | '部分' | '并入';
}

export interface Matters {
  all: MatterEntries[];
  /** By a duty's id. */
  of: ReadonlyMap<string, MatterEntries>;
  /** The matters that a duty takes in, by its id. */
  takenIn: ReadonlyMap<string, MatterEntries[]>;
}

/**
 * The matters of content/counterparts.json, in the order of their first entries, whatever order a collection gives
 * them. A duty that none of them has is one of its own.
 */
export function arrangeMatters(matters: readonly Matter[], entries: readonly Entry[]): Matters {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const known = new Set(matters.flatMap(({ duties }) => duties));
  const alone = entries
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ duties: [id], partial: [], within: [] }));
  const find = (ids: readonly string[]): Entry[] => ids.flatMap((id) => byId.get(id) ?? []);
  const all = [...matters, ...alone].flatMap(({ duties, partial, within }) => {
    const found = find(duties);
    const [first] = found;
    if (!first) return [];
    const category = mostFrequent(found.map((entry) => entry.category));
    return [
      { id: first.id, entries: found, partial: new Set(find(partial)), within: find(within), category },
    ];
  });
  const place = new Map(entries.map(({ id }, index) => [id, index]));
  all.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  const takenIn = new Map<string, MatterEntries[]>();
  for (const matter of all)
    for (const { id } of matter.within) takenIn.set(id, [...(takenIn.get(id) ?? []), matter]);
  return { all, of: new Map(all.flatMap((matter) => matter.entries.map(({ id }) => [id, matter]))), takenIn };
}

/** The most frequent of some values; of several the first. */
function mostFrequent<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [[most]] = [...counts].sort((a, b) => b[1] - a[1]) as [[T, number]];
  return most;
}

/** Whether two entries of a matter are the same only in part: one is wide and the other is not. */
export const isPartial = (a: Entry, b: Entry, { partial }: MatterEntries): boolean =>
  partial.has(a) !== partial.has(b);

/** Whether townships put the matter into different lists. */
export const listsDiffer = ({ entries }: MatterEntries): boolean =>
  new Set(entries.map(({ duty }) => duty.list)).size > 1;

/** Only one township has it, and none within a wider duty. */
export const isLone = ({ entries, within }: MatterEntries): boolean => entries.length + within.length === 1;

/** The duties that stand for a matter, at most one a township. */
export const dutiesOf = ({ entries, partial, within }: MatterEntries): MatterDuty[] => [
  ...entries.map((entry): MatterDuty => ({ entry, note: partial.has(entry) ? '部分' : '' })),
  ...within.map((entry): MatterDuty => ({ entry, note: '并入' })),
];

/** The wording that most townships use; of several the shortest. */
export function usualName({ entries }: Pick<MatterEntries, 'entries'>): string {
  const names = Map.groupBy(entries, ({ duty }) => duty.name);
  const ordered = [...names].sort(([a, one], [b, other]) => other.length - one.length || a.length - b.length);
  return ordered[0]?.[0] ?? '';
}

export const mattersOf = (category: CategoryEntry, { all }: Matters): MatterEntries[] =>
  all.filter((matter) => matter.category === category);
