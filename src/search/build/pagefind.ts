/** Pagefind indexes records: page table, words with places and weights, filters, one fragment a page. */
import { createIndex } from 'pagefind';
import { FACET_KEYS, FACETS, LANGUAGE } from '../layout.ts';
import type { SearchRecord } from './record.ts';
import { recordWords, type Word } from './words.ts';

export { close } from 'pagefind';

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** All files that Pagefind makes of these records; of none, its client alone. Its process ends with ours, or by `close`. */
export async function buildIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  const added = await Promise.all(
    records.map((record) => index.addHTMLFile({ url: record.url, content: toHtml(record) })),
  );
  const written = await index.getFiles();
  await index.deleteIndex();
  const problems = [...added, written].flatMap((answer) => answer.errors);
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  return written.files;
}

/** A page for Pagefind alone: its words in runs of one weight, its filter values. */
function toHtml(record: SearchRecord): string {
  const filters = FACET_KEYS.flatMap((key) =>
    (record.filters[key] ?? []).map(
      (value) => `<b data-pagefind-filter="${FACETS[key]}[data-v]" data-v="${attribute(value)}"></b>`,
    ),
  );
  const words = runs(recordWords(record)).map(
    (run) => `<i data-pagefind-weight="${run[0]?.weight}">${run.map(({ text }) => text).join(' ')}</i>`,
  );
  return `<html lang="${LANGUAGE}"><body data-pagefind-body>${filters.join('')} ${words.join(' ')}</body></html>`;
}

function runs(words: readonly Word[]): Word[][] {
  const found: Word[][] = [];
  for (const word of words) {
    const run = found.at(-1);
    if (run?.[0]?.weight === word.weight) run.push(word);
    else found.push([word]);
  }
  return found;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
