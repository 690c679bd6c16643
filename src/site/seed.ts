/** Reads a seed as it was received. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { SEEDS_DIR = 'seeds' } = process.env;

/** The seed's text: UTF-8, or GB 18030 where it is not valid UTF-8. */
export function readSeed(file: string): string {
  const bytes = readFileSync(join(SEEDS_DIR, file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
