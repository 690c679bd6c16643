/** What pages and the service worker say to each other, and where the lists of addresses to keep lie. */

/** What a build's service worker knows of its site. */
export interface Plan {
  /** Of everything published: another edition, another version. */
  version: string;
  /** The base path, with a slash at both ends. */
  base: string;
  /** Addresses kept from the first visit on: the ways in, styles, scripts. */
  shell: string[];
}

/** Below the base path. */
export const OFFLINE_PAGE = 'offline/';
/** What searching without a network takes: a JSON array of addresses, empty where that is too much to keep. */
export const SEARCH_LIST = 'offline/search.json';
/** The files of the index as one. */
export const SEARCH_PACK = 'offline/search.pack';
/** Everything of a township: a JSON array of addresses. */
export const townshipList = (code: string): string => `offline/${code}.json`;

/** From a page: it is here; keep this township whole; keep it no longer. */
export type Request = { type: 'hello' } | { type: 'keep'; code: string } | { type: 'drop' };

/** To a page: which version is served; how far keeping has come; whether all is kept, and whether search is. */
export type Reply =
  | { type: 'version'; version: string }
  | { type: 'progress'; done: number; total: number }
  | { type: 'kept'; complete: boolean; search: boolean };
