/**
 * What Pagefind wrote, made fit for small transfers, in Pagefind's own file format: its word files of some 30 KB are
 * cut into small ones, its fragments hold the text as printed instead of the words it was given, and those of one group
 * (the same duty in several townships) share a file, since alike texts compress to little more than one.
 */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Cbor, decodeCbor } from '../cbor.ts';
import { encodeCbor } from './cbor.ts';
import { type IndexFile, LANGUAGE } from './pagefind.ts';
import { printedText, type SearchRecord } from './record.ts';

export interface Finished {
  files: IndexFile[];
  /** The page table's name. */
  meta: string;
  /** Words that take long to load. */
  heavy: string[];
  /** The record of every page, in the order of the page table. */
  pages: SearchRecord[];
}

/** Bytes of a word file before compression: about 1.6 KB after it; a common pair alone can take more. */
const FILE_SIZE = 2_800;
/** Bytes of a word before compression that make it heavy: some other pair is asked for instead, where one will do. */
const HEAVY = 2_500;
/** Bytes of a file of fragments before compression: about 2 KB after it, and ten results load ten of them. */
const FRAGMENTS_SIZE = 5_000;
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Pagefind's own client, by which other sites can include this index; its finished interfaces are not used. */
const CLIENT = /^(pagefind|pagefind-worker)\.js$|^wasm\./;

type Word = [text: string, ...Cbor[]];
/** `file` holds the page's fragment under its key; Pagefind gives each a file of its own, named by `key`. */
type Page = [key: string, words: Cbor, file: string];
type Meta = [version: string, pages: Page[], chunks: Cbor[], ...Cbor[]];

/** `groupOf` names what a record belongs to; records of one group are expected side by side. */
export function finish(
  written: readonly IndexFile[],
  records: readonly SearchRecord[],
  groupOf: (record: SearchRecord) => string,
): Finished {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const metaFile = written.find(({ path }) => path.endsWith('.pf_meta'));
  const [version, pages, chunks, ...rest] = unpack(metaFile?.content) as Meta;
  const words = chunks.flatMap((chunk) => readWords(byPath.get(`index/${(chunk as string[])[2]}.pf_index`)));
  const cut = cutWords(words);
  const found = pages.map(([hash]) => restore(byPath.get(`fragment/${hash}.pf_fragment`), byUrl));
  const packed = packFragments(found, groupOf);
  const table = pages.map(([, words], page): Page => [keyOf(page), words, packed.nameOf[page] ?? '']);
  const meta = pack(encodeCbor([version, table, cut.map(({ entry }) => entry), ...rest]));
  const name = `${LANGUAGE}_${digest(meta, 12)}`;
  const kept = written.filter(({ path }) => CLIENT.test(path) || path.startsWith('filter/'));
  return {
    files: [
      ...kept,
      ...packed.files,
      ...cut.map(({ file }) => file),
      { path: `pagefind.${name}.pf_meta`, content: meta },
      renameMeta(byPath, name),
    ],
    meta: name,
    heavy: words.filter((word) => encodeCbor(word).length > HEAVY).map(([text]) => text),
    pages: found.map(({ record }) => record),
  };
}

interface Restored {
  record: SearchRecord;
  fragment: object;
}

function restore(file: IndexFile | undefined, byUrl: Map<string, SearchRecord>): Restored {
  const fragment = JSON.parse(bytes(file?.content).toString());
  const record = byUrl.get(fragment.url);
  if (!record) throw new Error(`Pagefind: unknown page ${fragment.url}`);
  return {
    record,
    fragment: { ...fragment, content: printedText(record), meta: { title: record.title }, anchors: [] },
  };
}

/** The page's name inside its file of fragments; Pagefind's client wants it unique in the whole index. */
const keyOf = (page: number): string => `${LANGUAGE}_${page.toString(36)}`;

/** The fragments of one group in one file, or in several where they are many. */
function packFragments(found: readonly Restored[], groupOf: (record: SearchRecord) => string) {
  const packs: { group: string; pages: number[]; texts: string[]; size: number }[] = [];
  found.forEach(({ record, fragment }, page) => {
    const text = `${JSON.stringify(keyOf(page))}:${JSON.stringify(fragment)}`;
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
  const nameOf: string[] = [];
  const files = packs.map(({ pages, texts }): IndexFile => {
    const content = pack(Buffer.from(`{${texts.join(',')}}`));
    const name = `${LANGUAGE}_group_${digest(content, 7)}`;
    for (const page of pages) nameOf[page] = name;
    return { path: `fragment/${name}.pf_fragment`, content };
  });
  return { files, nameOf };
}

const readWords = (file: IndexFile | undefined): Word[] => (unpack(file?.content) as [Word[]])[0];

/** Words in their order, as files of the size wanted and the entries of the page table that name them. */
function cutWords(words: readonly Word[]) {
  const groups: Word[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (size >= FILE_SIZE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(word);
    size += encodeCbor(word).length;
  }
  return groups.map((group) => {
    const content = pack(encodeCbor([group]));
    const hash = `${LANGUAGE}_${digest(content, 7)}`;
    const entry = [group[0]?.[0] ?? '', group.at(-1)?.[0] ?? '', hash];
    return { entry, file: { path: `index/${hash}.pf_index`, content } };
  });
}

function renameMeta(byPath: ReadonlyMap<string, IndexFile>, name: string): IndexFile {
  const path = 'pagefind-entry.json';
  const entry = JSON.parse(Buffer.from(byPath.get(path)?.content ?? []).toString());
  entry.languages[LANGUAGE].hash = name;
  return { path, content: Buffer.from(JSON.stringify(entry)) };
}

const digest = (content: Uint8Array, length: number): string =>
  createHash('sha256').update(content).digest('hex').slice(0, length);
const pack = (content: Uint8Array): Buffer => gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
const bytes = (content: Uint8Array | undefined): Buffer =>
  gunzipSync(content ?? new Uint8Array()).subarray(SIGNATURE.length);
const unpack = (content: Uint8Array | undefined): Cbor => decodeCbor(bytes(content));
