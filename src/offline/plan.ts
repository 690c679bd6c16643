/** Which files of a built site are kept for reading without a network: pure, from the paths of its files. */
import type { Plan } from './protocol.ts';

const SHELL_PAGES = ['index.html', 'offline/index.html', 'townships/index.html', 'search/index.html'];

/** The way in: fixed pages, styles and scripts, what every page loads; paths are below the base path. */
const shellOf = (paths: readonly string[], base: string): string[] =>
  paths
    .filter(
      (path) =>
        SHELL_PAGES.includes(path) || /^(_astro|search)\/.*\.(js|css)$|^icon|\.webmanifest$/.test(path),
    )
    .map((path) => base + path.replace(/(^|\/)index\.html$/, '$1')); // townships/index.html is at /townships/

/** The pages of each township, by its code: all that a reader keeps who chooses it. */
export function pagesOfTownships(paths: readonly string[]): Map<string, string[]> {
  const pages = Map.groupBy(paths, (path) => /^townships\/(\d{9})\/.*html$/.exec(path)?.[1] ?? '');
  pages.delete('');
  return pages;
}

export const planOf = (paths: readonly string[], base: string, version: string): Plan => ({
  version,
  base,
  shell: shellOf(paths, base),
});
