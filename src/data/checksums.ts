/** SHA256SUMS.txt, read by `sha256sum --check` and, while the site is built, by the pages that link to the files. */

export const SUMS = 'SHA256SUMS.txt';

interface Sum {
  /** Below /data/. */
  path: string;
  sha256: string;
}

export const writeSums = (files: readonly Sum[]): string =>
  files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');

export const readSums = (text: string): Sum[] =>
  [...text.matchAll(/^(\w+) {2}(.+)$/gm)].map(([, sha256 = '', path = '']) => ({ path, sha256 }));
