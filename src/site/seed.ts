/** Reads a seed as it was received. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textLines } from '../extract/line.ts';

const { SEEDS_DIR = 'seeds' } = process.env;

/** The seed's lines; it was read before, so a text in no known encoding is a fault of ours. */
export function readSeed(file: string): string[] {
  const lines = textLines(readFileSync(join(SEEDS_DIR, file)));
  if (lines === null) throw new Error(`${file} is neither UTF-8 nor GB 18030`);
  return lines;
}
