/** The texts of all duties, read once for the offices they name: for the duty's page and the office's alike. Pure. */
import type { Department } from '../domain/department.ts';
import type { Mention } from '../domain/duty.ts';
import type { Place } from '../domain/place.ts';
import type { Found } from '../extract/department-text.ts';
import { type Entry, groupBy, officeKey } from './entries.ts';
import { findNames, type ReadTexts, readTexts, TEXT_COLUMNS } from './office-clauses.ts';

export type FindOffices = (text: string, place: Place) => Found[];

export interface Texts {
  /** By a duty's id. */
  of: ReadonlyMap<string, ReadTexts>;
  /** Duties whose texts name an office that their department cell does not, by the office's key. */
  naming: ReadonlyMap<string, Entry[]>;
}

/** Reads all texts; an office is linked only where it has a page. */
export function arrangeTexts(
  entries: readonly Entry[],
  departments: readonly Department[],
  find: FindOffices = () => [],
): Texts {
  const pages = new Set(
    departments.flatMap(({ id, offices }) => offices.map(({ county }) => officeKey(id, county))),
  );
  const of = new Map(entries.map((entry) => [entry.id, readEntry(entry, find, pages)]));
  const naming = groupBy(entries, (entry) => {
    const own = new Set(entry.duty.departments.map((mention) => keyOf(mention, entry)));
    return namedIn(of.get(entry.id)).filter((key) => !own.has(key));
  });
  return { of, naming };
}

function readEntry(entry: Entry, find: FindOffices, pages: ReadonlySet<string>): ReadTexts {
  const names = findNames(
    (text) => find(text, entry.township),
    (mention) => {
      const key = keyOf(mention, entry);
      return key && pages.has(key) ? key : null;
    },
  );
  return readTexts(entry.duty, names);
}

const keyOf = ({ id, office }: Mention, { township }: Entry): string | null =>
  id && office ? officeKey(id, township.county.code) : null;

const namedIn = (texts: ReadTexts | undefined): string[] => [
  ...new Set(
    TEXT_COLUMNS.flatMap((column) =>
      (texts?.[column] ?? []).flatMap(({ names }) => names.map(({ office }) => office)),
    ),
  ),
];
