/** The order of results: exact name, name, text; as typed before as meant. */

/** What is known of a page for the query as a whole. */
export interface Standing {
  page: number;
  /** The name is the query. */
  exact: boolean;
  /** 0 all words in the name, 1 in the name by another wording, 2 in the text, 3 in the text by another wording. */
  tier: number;
  /** How many words of the query stand in the name. */
  inName: number;
  /** Length of the name, and where the query stands in it. */
  length: number;
  at: number;
  /** How often the words occur. */
  count: number;
}

export function byRank(a: Standing, b: Standing): number {
  return (
    Number(b.exact) - Number(a.exact) ||
    a.tier - b.tier ||
    b.inName - a.inName ||
    (a.tier === 0 ? a.length - b.length || a.at - b.at : b.count - a.count) ||
    a.page - b.page
  );
}

/** Pages in rank order, pages of the same duty together: the best of each group stands for it. */
export function grouped(pages: readonly number[], groupOf: (page: number) => number): number[][] {
  const groups = new Map<number, number[]>();
  for (const page of pages) {
    const group = groups.get(groupOf(page));
    if (group) group.push(page);
    else groups.set(groupOf(page), [page]);
  }
  return [...groups.values()];
}

/** Pages of one duty, led by that of the first of these places that has one. */
export function ledBy<Place>(
  pages: readonly number[],
  places: readonly Place[],
  placeOf: (page: number) => Place | undefined,
): number[] {
  const leads = places.map((place) => pages.find((page) => placeOf(page) === place));
  const lead = leads.find((page) => page !== undefined);
  return lead === undefined ? [...pages] : [lead, ...pages.filter((page) => page !== lead)];
}
