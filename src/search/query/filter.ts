/** Filters: which pages have the values chosen, and how many pages each value would give. */
import { type Core, FACET_KEYS, type Facet, type PageFacets, type PageValues } from '../layout.ts';
import { fromSteps } from '../steps.ts';

/** Ids or labels by facet; one of several values of a facet is enough. */
export type Filters = Partial<Record<Facet, string | readonly string[]>>;

/** What a page has, as pages by value for every facet. */
export type FacetPages = Record<Facet, Map<string, ReadonlySet<number>>>;

export interface FacetCount {
  id: string;
  label: string;
  count: number;
}

/** Of every facet, the pages of each value: township and list as core.json has them, the others as facets.json. */
export function facetPages(core: Core, others: PageFacets): FacetPages {
  const { township, list, facets } = core;
  const valuesOf = ({ sets, of }: PageValues) => fromSteps(of).map((set) => sets[set] ?? []);
  const values: Record<Facet, number[][]> = {
    township: township.map((place) => (place < 0 ? [] : [place])),
    list: Array.from(list, (place) => (place === '-' ? [] : [Number(place)])),
    category: valuesOf(others.category),
    department: valuesOf(others.department),
  };
  const entries = FACET_KEYS.map((key) => {
    const pages = facets[key].map(([, label]): [string, Set<number>] => [label, new Set()]);
    values[key].forEach((places, page) => {
      for (const place of places) pages[place]?.[1].add(page);
    });
    return [key, new Map(pages)];
  });
  return Object.fromEntries(entries);
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
