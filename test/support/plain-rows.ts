/** A second, much simpler reader of the documents, to compare the pipeline and the pages with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Correction, Duty } from '../../src/domain/duty.ts';
import type { Township } from '../../src/domain/township.ts';
import { splitSections } from '../../src/extract/sections.ts';

const seeds = join(import.meta.dirname, '../../seeds');
const linesOf = (file: string): string[] => readFileSync(join(seeds, file), 'utf8').split('\n');

/** Text without white space and layout tags. */
export const bare = (text: string): string => text.replace(/<\/?(p|ol|li)\b[^>]*>/g, '').replace(/\s+/g, '');

const LISTS: Record<number, string> = { 3: 'basic', 6: 'cooperative', 4: 'reclaimed' };

/** The cells of a delimited document's rows by list and number: cells by tabs, halves of one row joined, errata applied. */
export function plainRows(file: string, corrections: readonly Correction[]): Map<string, string[]> {
  const lines = linesOf(file);
  for (const { line, was, now } of corrections) lines[line - 1] = (lines[line - 1] ?? '').replace(was, now);
  const rows = new Map<string, string[]>();
  let columns = 0;
  for (const cells of lines.map((line) => line.split('\t'))) {
    if (cells[0] === '序号') columns = cells.length;
    if (!/^\d+$/.test(cells[0] ?? '') || cells.length !== columns) continue;
    const key = `${LISTS[columns]}/${cells[0]}`;
    const first = rows.get(key);
    rows.set(
      key,
      first ? first.map((cell, at) => (at < 4 ? cell : cell + bare(cells[at] ?? ''))) : cells.map(bare),
    );
  }
  return rows;
}

/** The text of every row of a township's document as received, by list and number. */
export function receivedRows({ seed: { file }, duties }: Township): Map<string, string> {
  const lines = linesOf(file).map((text, index) => ({ number: index + 1, text }));
  const { delimited, claims } = splitSections(lines, file);
  if (delimited) return new Map([...plainRows(file, [])].map(([key, cells]) => [key, cells.join('')]));
  const textOf = ([first, last]: Duty['source']['lines']): string => {
    const own = lines.slice(first - 1, last).filter((line) => claims.get(line) === 'row');
    return bare(own.map(({ text }) => text).join(''));
  };
  return new Map(duties.map(({ list, number, source }) => [`${list}/${number}`, textOf(source.lines)]));
}

/** All text of a township's document as received. */
export const receivedText = ({ seed: { file } }: Township): string => bare(linesOf(file).join(''));
