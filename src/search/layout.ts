/** What the build writes and the browser reads: where, and in what shape. */

/** Beside the pages of the site, in the folder of the search page. */
export const FOLDER = 'search/';
export const CORE_FILE = 'core.json';
export const FACETS_FILE = 'facets.json';
export const HINTS_FILE = 'hints.json';

/** A language that Pagefind knows nothing of, so that it takes the words as they are given. */
export const LANGUAGE = 'x-bi';

/** Files below Pagefind's folder, by the digits of their contents; the tables are ours. */
const path = (folder: string, ending: string) => (digits: string) => `${folder}/${digits}.pf_${ending}`;
export const paths = {
  words: path('index', 'index'),
  fragments: path('fragment', 'fragment'),
  filter: path('filter', 'filter'),
  table: path('table', 'table'),
};

/** The page's name inside its file of fragments; Pagefind's client wants it unique in the whole index. */
export const fragmentKey = (page: number): string => String(page);

/** Word files in their order: the first word of each, and its digits. */
export type WordTable = [from: string, digits: string][];

/** Of so many pages: files of fragments, each with how many of the pages it has; and the numbers of duties, 0 for others. */
export type PageTable = [files: [digits: string, pages: number][], numbers: number[]];
export const PAGES_A_TABLE = 512;

/** The pages of a township's duties, in the order of its lists; steps. */
export type TownshipTable = number[];

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
 * one group stand together, so that the lists compress well; those marked so are kept as steps.
 */
export interface Core {
  /**
   * Only in the search of one township by itself, with which a service worker answers when there is no network: the
   * folder of its other files, below the site's root.
   */
  root?: string;
  /** The tables that name word files, by the first word of each; those that name files of fragments; those of townships. */
  tables: { words: WordTable; pages: string[]; townships: Record<string, string> };
  /** Words of the index that are so common that loading them takes long. */
  heavy: string[];
  /** Place of the page's township in `facets.township`, -1 for pages that are no duties; steps. */
  township: number[];
  /** Place in `facets.list`, one digit a page; `-` for pages that are no duties. */
  list: string;
  /** Pages of the same duty have the same group; steps. */
  group: number[];
  /** Folded characters of the title. */
  length: number[];
  /** Values a filter can have: [id, label]. */
  facets: Record<Facet, [id: string, label: string][]>;
  /** Names of the townships' counties, by the six digits with which their codes begin. */
  counties: Record<string, string>;
  /** What people say, and the words of the lists: [say, ...means]. */
  synonyms: string[][];
}

/** facets.json: what filters by category and department need; township and list stand in core.json. */
export type PageFacets = Record<'category' | 'department', PageValues>;

/** Values that pages have together, as places in core.json's `facets`; and for every page which of these, as steps. */
export interface PageValues {
  sets: number[][];
  of: number[];
}

/** hints.json: what pinyin, traditional characters and a search without results need. */
export interface Hints {
  titles: string[];
  /** The title of every page; steps. */
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
