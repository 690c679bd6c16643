/** What the build writes and the browser reads: where, and in what shape. */

/** Beside the pages of the site, in the folder of the search page. */
export const FOLDER = 'search/';
export const CORE_FILE = 'core.json';
export const HINTS_FILE = 'hints.json';

/** Filters by their names in addresses and in `search()`, and in Pagefind. */
export const FACETS = { township: '乡镇', list: '清单', category: '类别', department: '部门' } as const;
export type Facet = keyof typeof FACETS;
export const FACET_KEYS = Object.keys(FACETS) as Facet[];

/**
 * How much a character pair weighs, which also says where it stands: in a name or in the text; `across` where
 * punctuation or a list marker stands between the two.
 */
export const WEIGHTS = { name: 7, nameAcross: 6, text: 1, textAcross: 0.5 } as const;

/**
 * core.json: what every search needs. Lists by page have an entry for every page in Pagefind's order, in which pages of
 * one group stand together, so that the lists compress well.
 */
export interface Core {
  /** Name of Pagefind's page table, without its ending. */
  meta: string;
  /** Words of the index that are so common that loading them takes long. */
  heavy: string[];
  /** Place of the page's township in `facets.township`; -1 for pages that are no duties. */
  township: number[];
  /** Place in `facets.list`, one digit a page; `-` for pages that are no duties. */
  list: string;
  number: number[];
  /** Pages of the same duty have the same group. */
  group: number[];
  /** Folded characters of the title. */
  length: number[];
  /** Values a filter can have: [id, label]. */
  facets: Record<Facet, [id: string, label: string][]>;
  /** What people say, and the words of the lists: [say, ...means]. */
  synonyms: string[][];
}

/** hints.json: what pinyin, traditional characters and a search without results need. */
export interface Hints {
  titles: string[];
  /** The title of every page. */
  of: number[];
  /** Lengths of the words of every title, a digit each: 农村宅基地审批 is 232. */
  words: string[];
  /** Characters by their usual reading: { zhai: '宅债' }. */
  readings: Record<string, string>;
  /** Other readings: title, place in the title, reading. */
  odd: [title: number, at: number, reading: string][];
  /** Traditional characters, each followed by its simplified form. */
  traditional: string;
}
