/**
 * The whole index from its parts, fit for small transfers, in Pagefind's own file format: word files are small (Pagefind's
 * own have some 30 KB), fragments hold the text as printed instead of the words that were indexed, and those of one group
 * (the same duty in several townships) share a file, since alike texts compress to little more than one.
 */
import { gzipSync } from 'node:zlib';
import { byListThenNumber } from '../../domain/township.ts';
import { type Core, FACET_KEYS, FACETS, fragmentKey, LANGUAGE, paths } from '../layout.ts';
import { CborWriter, encodeCbor, KIND } from './cbor.ts';
import { digitsOf } from './digits.ts';
import { type MergedWord, mergeParts } from './merge.ts';
import type { IndexFile } from './pagefind.ts';
import type { Filter, IndexPart } from './part.ts';
import { dutyOf, printedText, type SearchRecord } from './record.ts';
import { tablesOf } from './tables.ts';

export interface Finished {
  /** Files before compression, each under a name that its content gives. */
  files: IndexFile[];
  /** Pagefind's client and what it reads first, under names that never change. */
  client: IndexFile[];
  /** What core.json says of the files. */
  tables: Core['tables'];
  /** Words that take long to load. */
  heavy: string[];
}

/** Bytes of a word file before compression: about 1.6 KB after it; a common pair alone can take more. */
const FILE_SIZE = 2_800;
/** Bytes of a word that make it heavy: some other pair is asked for instead, where one will do. */
const HEAVY = 1_500;
/** Bytes of a file of fragments before compression: about 2 KB after it, and ten results load ten of them. */
const FRAGMENTS_SIZE = 5_000;
/** Pagefind's own client, by which other sites can include this index; its finished interfaces are not used. */
const CLIENT = /^(pagefind|pagefind-worker)\.js$|^wasm\./;
const ENTRY = 'pagefind-entry.json';

/**
 * `empty` is what Pagefind makes of no records. `pages` are the records in the order that their pages shall have;
 * `groupOf` names what a record belongs to, and records of one group are expected side by side.
 */
export function finish(
  empty: readonly IndexFile[],
  parts: readonly IndexPart[],
  pages: readonly SearchRecord[],
  groupOf: (record: SearchRecord) => string,
): Finished {
  const { lengths, filters, words } = mergeParts(
    parts,
    pages.map(({ url }) => url),
  );
  const wordFiles = cutWords(words).map(wordFile);
  const filterFiles = filters.map(filterFile);
  const fragments = packFragments(pages, lengths, groupOf);
  const tables = tablesOf(
    wordFiles.map(({ from, digits }) => [from, digits]),
    pages.map(({ url }, page) => ({ file: fragments.fileOf[page] ?? '', number: dutyOf(url)?.number ?? 0 })),
    dutiesByTownship(pages),
  );
  const entry = JSON.parse(textOf(empty.find(({ path }) => path === ENTRY)));
  const table = encodeCbor([
    entry.version,
    pages.map((_, page) => [fragmentKey(page), lengths[page] ?? 0, fragments.fileOf[page] ?? '']),
    wordFiles.map(({ from, to, digits }) => [from, to, digits]),
    filterFiles.map(({ name, digits }) => [name, digits]),
    [],
    [],
  ]);
  const meta = digitsOf(table);
  return {
    files: [
      ...[...wordFiles, ...filterFiles].map(({ file }) => file),
      ...[...fragments.files, ...tables.files],
      { path: `pagefind.${meta}.pf_meta`, content: table },
    ],
    client: [...empty.filter(({ path }) => CLIENT.test(path)), entryFile(entry, meta, pages.length)],
    tables: tables.root,
    heavy: words.filter(isHeavy).map(({ text }) => text),
  };
}

/** The pages of each township's duties, in the order of its lists. */
function dutiesByTownship(pages: readonly SearchRecord[]): Map<string, number[]> {
  const duties = pages.flatMap(({ url }, page) => {
    const duty = dutyOf(url);
    return duty ? [{ ...duty, page }] : [];
  });
  const ordered = duties.sort(byListThenNumber);
  const own = Map.groupBy(ordered, ({ township }) => township);
  return new Map([...own].map(([code, some]) => [code, some.map(({ page }) => page)]));
}

const isHeavy = ({ bytes }: MergedWord): boolean =>
  bytes.length > HEAVY && gzipSync(bytes, { level: 1 }).length > HEAVY;

/** The fragments of one group in one file, or in several where they are many. */
function packFragments(
  pages: readonly SearchRecord[],
  lengths: readonly number[],
  groupOf: (record: SearchRecord) => string,
) {
  const packs: { group: string; pages: number[]; texts: string[]; size: number }[] = [];
  pages.forEach((record, page) => {
    const text = `${JSON.stringify(fragmentKey(page))}:${JSON.stringify(fragmentOf(record, lengths[page] ?? 0))}`;
    const size = Buffer.byteLength(text);
    const group = groupOf(record);
    let last = packs.at(-1);
    if (last?.group !== group || last.size + size > FRAGMENTS_SIZE) {
      last = { group, pages: [], texts: [], size: 0 };
      packs.push(last);
    }
    last.pages.push(page);
    last.texts.push(text);
    last.size += size;
  });
  const fileOf: string[] = [];
  const files = packs.map(({ pages: some, texts }): IndexFile => {
    const content = Buffer.from(`{${texts.join(',')}}`);
    const digits = digitsOf(content);
    for (const page of some) fileOf[page] = digits;
    return { path: paths.fragments(digits), content };
  });
  return { files, fileOf };
}

const fragmentOf = (record: SearchRecord, words: number) => ({
  url: record.url,
  content: printedText(record),
  word_count: words,
  filters: Object.fromEntries(
    FACET_KEYS.flatMap((key) => (record.filters[key]?.length ? [[FACETS[key], record.filters[key]]] : [])),
  ),
  meta: { title: record.title },
  anchors: [],
});

/** Words in their order, as groups of the size wanted. */
function cutWords(words: readonly MergedWord[]): MergedWord[][] {
  const groups: MergedWord[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (size >= FILE_SIZE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(word);
    size += word.bytes.length;
  }
  return groups;
}

/** A file of words, and what tables say of it. */
function wordFile(words: readonly MergedWord[]) {
  const writer = new CborWriter();
  writer.head(KIND.array, 1);
  writer.head(KIND.array, words.length);
  for (const { bytes } of words) writer.copy(bytes);
  const content = writer.take();
  const digits = digitsOf(content);
  const [from = '', to = ''] = [words[0]?.text, words.at(-1)?.text];
  return { from, to, digits, file: { path: paths.words(digits), content } };
}

function filterFile(filter: Filter) {
  const content = encodeCbor(filter);
  const digits = digitsOf(content);
  return { name: filter[0], digits, file: { path: paths.filter(digits), content } };
}

const textOf = (file: IndexFile | undefined): string => new TextDecoder().decode(file?.content);

function entryFile(entry: object, meta: string, pageCount: number): IndexFile {
  const languages = { [LANGUAGE]: { hash: meta, wasm: null, page_count: pageCount } };
  return { path: ENTRY, content: Buffer.from(JSON.stringify({ ...entry, languages })) };
}
