/** Filters: which pages have the values chosen, and how many pages each value would give. */
import type { IndexReader } from '../index-reader.ts';
import { type Core, FACET_KEYS, FACETS, type Facet } from '../layout.ts';

/** Ids or labels by facet; one of several values of a facet is enough. */
export type Filters = Partial<Record<Facet, string | readonly string[]>>;

/** What a page has, as pages by value for every facet. */
export type FacetPages = Record<Facet, Map<string, ReadonlySet<number>>>;

export interface FacetCount {
  id: string;
  label: string;
  count: number;
}

export async function facetPages(index: IndexReader): Promise<FacetPages> {
  const entries = FACET_KEYS.map(async (key): Promise<[Facet, FacetPages[Facet]]> => {
    const pages = await index.filter(FACETS[key]);
    return [key, new Map([...pages].map(([label, list]) => [label, new Set(list)]))];
  });
  return Object.fromEntries(await Promise.all(entries)) as unknown as FacetPages;
}

export const isFiltered = (filters: Filters): boolean =>
  FACET_KEYS.some((key) => chosen(filters, key).length > 0);

/** The pages that have a chosen value of every facet filtered by, `but` one. */
export function applyFilters(
  pages: readonly number[],
  filters: Filters,
  facets: { values: Core['facets']; pages: FacetPages },
  but?: Facet,
): number[] {
  const wanted = FACET_KEYS.filter((key) => key !== but && chosen(filters, key).length > 0).map((key) =>
    labels(filters, key, facets.values).map((label) => facets.pages[key].get(label)),
  );
  return pages.filter((page) => wanted.every((sets) => sets.some((set) => set?.has(page))));
}

/** For every facet, how many results each value has under the filters of the other facets. */
export function facetCounts(
  pages: readonly number[],
  filters: Filters,
  facets: { values: Core['facets']; pages: FacetPages },
): Record<Facet, FacetCount[]> {
  const counts = (key: Facet): FacetCount[] => {
    const results = applyFilters(pages, filters, facets, key);
    return facets.values[key].map(([id, label]) => {
      const having = facets.pages[key].get(label);
      return { id, label, count: results.filter((page) => having?.has(page)).length };
    });
  };
  return Object.fromEntries(FACET_KEYS.map((key) => [key, counts(key)])) as Record<Facet, FacetCount[]>;
}

export function chosen(filters: Filters, key: Facet): readonly string[] {
  const value = filters[key] ?? [];
  return typeof value === 'string' ? [value] : value;
}

const labels = (filters: Filters, key: Facet, values: Core['facets']): string[] =>
  chosen(filters, key).map((value) => values[key].find(([id]) => id === value)?.[1] ?? value);
