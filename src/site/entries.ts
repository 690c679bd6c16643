/** The duties of all townships as one chain of entries, and the maps by which pages find them. Pure: no files, no Astro. */
import { dutyId } from '../domain/address.ts';
import type { CategoryEntry } from '../domain/category.ts';
import type { Matter } from '../domain/counterpart.ts';
import type { Department } from '../domain/department.ts';
import type { Duty, Mention } from '../domain/duty.ts';
import type { Term } from '../domain/term.ts';
import { byListThenNumber, type Township } from '../domain/township.ts';
import { arrangeMatters, type Matters } from './matters.ts';
import { arrangeTexts, type FindOffices, type Texts } from './texts.ts';

/** A duty with everything around it that a page may name. */
export interface Entry {
  /** 654026101/cooperative/27 */
  id: string;
  township: Township;
  duty: Duty;
  category: CategoryEntry;
  /** Neighbours in the township's lists, across the borders between lists. */
  previous: Entry | null;
  next: Entry | null;
}

export interface Handbook {
  /** In order of code. */
  townships: Township[];
  /** In order of township, list and number. */
  entries: Entry[];
  departments: Department[];
  /** Those that a duty has, in the order in which the lists print them. */
  categories: CategoryEntry[];
  ofTownship: Map<string, Entry[]>;
  ofCategory: Map<string, Entry[]>;
  ofDepartment: Map<string, Entry[]>;
  /** By `officeKey`. */
  ofOffice: Map<string, Entry[]>;
  /** Which duties of different townships are the same one. */
  matters: Matters;
  /** Whom the clauses of each duty name, and of whom they speak. */
  texts: Texts;
  /** Terms of the glossary. */
  terms: Term[];
}

export interface Collections {
  townships: Township[];
  departments: Department[];
  categories: CategoryEntry[];
  counterparts?: Matter[];
  terms?: Term[];
  /** Finds the offices that a text names; none are found where this is left out. */
  find?: FindOffices;
}

export const officeKey = (department: string, county: string): string => `${department}/${county}`;

/** Arranges the collections once, for all pages. */
export function arrange(collections: Collections): Handbook {
  const { townships, departments, categories, counterparts = [], terms = [], find } = collections;
  const ordered = townships.toSorted((a, b) => a.code.localeCompare(b.code));
  const categoryOf = categoryFinder(categories);
  const entries = ordered.flatMap((township) => entriesOf(township, categoryOf));
  return {
    townships: ordered,
    entries,
    departments,
    categories: [...new Set(entries.map((entry) => entry.category))],
    ofTownship: groupBy(entries, (entry) => [entry.township.code]),
    ofCategory: groupBy(entries, (entry) => [entry.category.id]),
    ofDepartment: groupBy(entries, (entry) => departmentIds(entry.duty.departments)),
    matters: arrangeMatters(counterparts, entries),
    texts: arrangeTexts(entries, departments, find),
    terms,
    ofOffice: groupBy(entries, ({ duty, township }) =>
      departmentIds(duty.departments.filter(({ office }) => office !== null)).map((id) =>
        officeKey(id, township.county.code),
      ),
    ),
  };
}

/** Groups items by one or more keys each, in the order in which they come. */
export function groupBy<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const departmentIds = (mentions: readonly Mention[]): string[] => [
  ...new Set(mentions.flatMap((mention) => mention.id ?? [])),
];

function entriesOf(township: Township, categoryOf: (published: string) => CategoryEntry): Entry[] {
  const entries = township.duties.toSorted(byListThenNumber).map(
    (duty): Entry => ({
      id: dutyId(township.code, duty),
      township,
      duty,
      category: categoryOf(duty.category),
      previous: null,
      next: null,
    }),
  );
  entries.forEach((entry, index) => {
    entry.previous = entries[index - 1] ?? null;
    entry.next = entries[index + 1] ?? null;
  });
  return entries;
}

/** Finds the category of a published wording; one that the vocabulary does not know gets an id of its code points. */
function categoryFinder(categories: readonly CategoryEntry[]): (published: string) => CategoryEntry {
  const byWording = new Map(
    categories.flatMap((category) => [category.name, ...category.variants].map((name) => [name, category])),
  );
  return (published) => {
    const found = byWording.get(published) ?? { id: codePoints(published), name: published, variants: [] };
    byWording.set(published, found);
    return found;
  };
}

const codePoints = (text: string): string =>
  [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('-');
