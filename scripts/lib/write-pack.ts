/** Writes many files as one, to be kept for reading without a network. */
import { gzipSync } from 'node:zlib';
import { pack } from '../../src/offline/pack.ts';
import { writeChanged } from './write-index.ts';

/** Writes a pack unless it lies there already; returns how many bytes it has. */
export function writePack(path: string, files: ReadonlyMap<string, Uint8Array>): number {
  const compressed = gzipSync(pack(files));
  writeChanged(path, compressed);
  return compressed.length;
}
