/** Files as the steps of a build handle them. */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** All files below a folder, in order of their paths; a file is the only one of itself. */
export function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Their paths below the folder, as addresses have them. */
export const pathsIn = (folder: string): string[] =>
  filesIn(folder).map((path) => relative(folder, path).split(sep).join('/'));

/** One checksum of all files at these paths, their contents and their places below them. */
export const digestOf = (paths: readonly string[]): string =>
  hash(
    'sha256',
    paths
      .flatMap((root) =>
        filesIn(root).map((path) => `${relative(root, path)} ${hash('sha256', readFileSync(path))}`),
      )
      .join('\n'),
  );

/** Writes a file that is either whole or as it was, whatever happens meanwhile; its folder is made where needed. */
export const writeWhole = (path: string, content: string | Uint8Array): void =>
  writeAside(path, (aside) => writeFileSync(aside, content));

/** The same for a file that is written bit by bit: `write` is given another path, from where it is moved when it is whole. */
export function writeAside(path: string, write: (aside: string) => void): void {
  const aside = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    write(aside);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
