/** What pages and the service worker say to each other, and where lies what is kept. */

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
/** All pages of a township as one file. */
export const pagesPack = (code: string): string => `offline/${code}.pages.pack`;
/** The search of a township by itself: what `search/` and `pagefind/` hold of the whole site, as one file. */
export const searchPack = (code: string): string => `offline/${code}.search.pack`;
/** How much both take: a `Size`. */
export const packSize = (code: string): string => `offline/${code}.json`;
/** Where the files of a township's own search are asked for: the worker has them, the host has not. */
export const searchRoot = (code: string): string => `offline/${code}/`;

export interface Size {
  bytes: number;
}

/** From a page: it is here; keep this township whole; keep it no longer. */
export type Request = { type: 'hello' } | { type: 'keep'; code: string } | { type: 'drop' };

/**
 * To a page: which version is served; how many bytes of a township that is being kept have come; which township is
 * kept, none where its code is empty; or which one was asked for in vain just now, and whether it is kept as it was.
 */
export type Reply =
  | { type: 'version'; version: string }
  | { type: 'progress'; code: string; bytes: number }
  | { type: 'mine'; code: string; kept: boolean; failed: boolean };
