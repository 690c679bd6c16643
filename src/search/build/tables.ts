/**
 * The tables by which our reader finds files. Pagefind's own page table names all files of the index at once and grows
 * with the site; each of these names those of a stretch of words or of pages, and core.json names the tables.
 */
import type { Cbor } from '../cbor.ts';
import { type Core, PAGES_A_TABLE, type PageTable, paths, type WordTable } from '../layout.ts';
import { toSteps } from '../steps.ts';
import { encodeCbor } from './cbor.ts';
import { digitsOf } from './digits.ts';
import type { IndexFile } from './pagefind.ts';

/** So many word files are named in a table of half a KB. */
const WORD_FILES = 64;

export interface Tables {
  files: IndexFile[];
  root: Core['tables'];
}

/**
 * `words` are the word files in their order; `pages` tells of every page the file that has its fragment, and its number;
 * `townships` the pages of each township's duties, in the order of its lists.
 */
export function tablesOf(
  words: WordTable,
  pages: readonly { file: string; number: number }[],
  townships: ReadonlyMap<string, readonly number[]>,
): Tables {
  const wordTables = chunks(words, WORD_FILES).map((some) => ({
    from: some[0]?.[0] ?? '',
    ...tableFile(some),
  }));
  const pageTables = chunks(pages, PAGES_A_TABLE).map((some) => tableFile(pageTable(some)));
  const townshipTables = [...townships].map(([code, own]) => ({ code, ...tableFile(toSteps(own)) }));
  return {
    files: [...wordTables, ...pageTables, ...townshipTables].map(({ file }) => file),
    root: {
      words: wordTables.map(({ from, digits }) => [from, digits]),
      pages: pageTables.map(({ digits }) => digits),
      townships: Object.fromEntries(townshipTables.map(({ code, digits }) => [code, digits])),
    },
  };
}

function pageTable(pages: readonly { file: string; number: number }[]): PageTable {
  const runs: [file: string, count: number][] = [];
  for (const { file } of pages) {
    const last = runs.at(-1);
    if (last?.[0] === file) last[1] += 1;
    else runs.push([file, 1]);
  }
  return [runs, pages.map(({ number }) => number)];
}

function tableFile(table: Cbor[]): { digits: string; file: IndexFile } {
  const content = encodeCbor(table);
  const digits = digitsOf(content);
  return { digits, file: { path: paths.table(digits), content } };
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
