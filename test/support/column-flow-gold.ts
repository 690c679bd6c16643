/**
 * The hand-made transcript of seed 000 (test/corpus/column-flow-gold): short cells in full, long cells as the lines they
 * stand on, `4191-4191 规范市场主体住所` where the cell begins inside its first line.
 */
import { readFileSync } from 'node:fs';
import type { Column, ListSlug } from '../../src/domain/lists.ts';
import { bareText } from '../../src/extract/text.ts';

export interface GoldRow {
  number: number;
  cells: Partial<Record<Column, string>>;
}

/** All rows of one list, their cells without white space. */
export function readGold(list: ListSlug, seedLines: readonly string[]): GoldRow[] {
  const file = new URL(`../corpus/column-flow-gold/${list}.tsv`, import.meta.url);
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t') as Column[];
  return rows.map((row) => {
    const cells = row.split('\t').map((cell) => resolve(cell, seedLines));
    return {
      number: Number(cells[0]),
      cells: Object.fromEntries(columns.slice(1).map((c, i) => [c, cells[i + 1] ?? ''])),
    };
  });
}

function resolve(cell: string, seedLines: readonly string[]): string {
  const span = /^(\d+)-(\d+)(?: (.+))?$/u.exec(cell);
  if (!span) return bareText(cell);
  const lines = seedLines.slice(Number(span[1]) - 1, Number(span[2]));
  const first = lines[0] ?? '';
  return bareText([span[3] ? first.slice(first.indexOf(span[3])) : first, ...lines.slice(1)].join(''));
}
