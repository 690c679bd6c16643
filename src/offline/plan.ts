/** Which files of a built site are kept for reading without a network: pure, from the paths and sizes of its files. */
import { type Plan, SEARCH_LIST, SEARCH_PACK, townshipList } from './protocol.ts';

/** A file of the site by its path below the base path: townships/654026101/index.html */
export interface SiteFile {
  path: string;
  bytes: number;
}

/** Larger search indexes are not kept whole; what has been searched is. */
const SEARCH_LIMIT = 12_000_000;

const SHELL_PAGES = ['index.html', 'offline/index.html', 'townships/index.html', 'search/index.html'];

/** The way in: fixed pages, styles and scripts, what every page loads. */
const shellOf = (files: readonly SiteFile[], base: string): string[] =>
  files
    .map(({ path }) => path)
    .filter(
      (path) =>
        SHELL_PAGES.includes(path) || /^(_astro|search)\/.*\.(js|css)$|^icon|\.webmanifest$/.test(path),
    )
    .map((path) => addressOf(path, base));

/** The files of the index that a search may ask for, thousands of small ones; none where they are too large to keep. */
export function packOf(files: readonly SiteFile[]): string[] {
  const index = files.filter(({ path }) => /^pagefind\/(fragment|index|filter|table)\//.test(path));
  const size = index.reduce((sum, { bytes }) => sum + bytes, 0);
  return size <= SEARCH_LIMIT ? index.map(({ path }) => path) : [];
}

/** The lists of addresses that the worker gets when a township is chosen, by their paths. */
export function keepLists(files: readonly SiteFile[], base: string): Map<string, string[]> {
  const ofTownship = Map.groupBy(files, ({ path }) => /^townships\/(\d{9})\/.*html$/.exec(path)?.[1] ?? '');
  ofTownship.delete('');
  const search = files.filter(({ path }) => path.startsWith('search/'));
  const addresses = (some: readonly SiteFile[]) => some.map(({ path }) => addressOf(path, base));
  return new Map([
    ...[...ofTownship].map(([code, own]): [string, string[]] => [townshipList(code), addresses(own)]),
    [SEARCH_LIST, packOf(files).length > 0 ? [...addresses(search), base + SEARCH_PACK] : []],
  ]);
}

export const planOf = (files: readonly SiteFile[], base: string, version: string): Plan => ({
  version,
  base,
  shell: shellOf(files, base),
});

/** townships/index.html is at /townships/. */
const addressOf = (path: string, base: string): string => base + path.replace(/(^|\/)index\.html$/, '$1');
