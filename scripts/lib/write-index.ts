/** Writes Pagefind's folder of a built site, which nobody else writes: what lies there already as it shall be is left alone. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathsIn } from '../../src/build/files.ts';
import { pack, unpack } from '../../src/search/build/pack.ts';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** Makes the folder hold the packed and the plain files, and no others. */
export function writeIndex(folder: string, packed: readonly IndexFile[], plain: readonly IndexFile[]): void {
  const wanted = new Set([...packed, ...plain].map(({ path }) => path));
  if (wanted.size < packed.length + plain.length) throw new Error('search: two files have the same name');
  for (const { path, content } of packed) {
    if (!holds(join(folder, path), content, unpack)) write(join(folder, path), pack(content));
  }
  for (const { path, content } of plain) writeChanged(join(folder, path), content);
  for (const path of pathsIn(folder)) if (!wanted.has(path)) rmSync(join(folder, path));
}

/** Writes a file unless it lies there already. */
export function writeChanged(path: string, content: Uint8Array): void {
  if (!holds(path, content, (found) => found)) write(path, content);
}

function holds(path: string, content: Uint8Array, read: (found: Uint8Array) => Uint8Array): boolean {
  if (!existsSync(path)) return false;
  try {
    return Buffer.compare(read(readFileSync(path)), content) === 0;
  } catch {
    return false; // cut short
  }
}

function write(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
