/**
 * What Pagefind wrote, made fit for small transfers, in Pagefind's own file format: its word files of some 30 KB are
 * cut into small ones, and its fragments hold the text as printed instead of the words it was given.
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
  /** The record of every page, in the order of the page table. */
  pages: SearchRecord[];
}

/** Bytes of a word file before compression: about 2.5 KB after it; a common pair alone can take more. */
const FILE_SIZE = 5_000;
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Pagefind's own client, by which other sites can include this index; its finished interfaces are not used. */
const CLIENT = /^(pagefind|pagefind-worker)\.js$|^wasm\./;

type Word = [text: string, ...Cbor[]];
type Page = [hash: string, ...Cbor[]];
type Meta = [version: string, pages: Page[], chunks: Cbor[], ...Cbor[]];

export function finish(written: readonly IndexFile[], records: readonly SearchRecord[]): Finished {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const fragments = new Map(
    written
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map((file) => [hashOf(file.path), restore(file, byUrl)]),
  );
  const metaFile = written.find(({ path }) => path.endsWith('.pf_meta'));
  const [version, pages, chunks, ...rest] = unpack(metaFile?.content) as Meta;
  const words = chunks.flatMap((chunk) => readWords(written, (chunk as string[])[2] ?? ''));
  const cut = cutWords(words);
  const found = pages.map(([hash]) => fragments.get(hash) as Restored);
  const table = pages.map(([, ...about], page): Page => [found[page]?.hash ?? '', ...about]);
  const meta = pack(encodeCbor([version, table, cut.map(({ entry }) => entry), ...rest]));
  const name = `${LANGUAGE}_${digest(meta, 12)}`;
  const kept = written.filter(({ path }) => CLIENT.test(path) || path.startsWith('filter/'));
  return {
    files: [
      ...kept,
      ...found.map(({ file }) => file),
      ...cut.map(({ file }) => file),
      { path: `pagefind.${name}.pf_meta`, content: meta },
      renameMeta(written, name),
    ],
    meta: name,
    pages: found.map(({ record }) => record),
  };
}

interface Restored {
  record: SearchRecord;
  hash: string;
  file: IndexFile;
}

function restore({ content }: IndexFile, byUrl: Map<string, SearchRecord>): Restored {
  const fragment = JSON.parse(text(content));
  const record = byUrl.get(fragment.url);
  if (!record) throw new Error(`Pagefind: unknown page ${fragment.url}`);
  const restored = { ...fragment, content: printedText(record), meta: { title: record.title }, anchors: [] };
  const packed = pack(Buffer.from(JSON.stringify(restored)));
  const hash = `${LANGUAGE}_${digest(packed, 7)}`;
  return { record, hash, file: { path: `fragment/${hash}.pf_fragment`, content: packed } };
}

function readWords(written: readonly IndexFile[], hash: string): Word[] {
  const file = written.find(({ path }) => path === `index/${hash}.pf_index`);
  return (unpack(file?.content) as [Word[]])[0];
}

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

function renameMeta(written: readonly IndexFile[], name: string): IndexFile {
  const path = 'pagefind-entry.json';
  const entry = JSON.parse(Buffer.from(written.find((file) => file.path === path)?.content ?? []).toString());
  entry.languages[LANGUAGE].hash = name;
  return { path, content: Buffer.from(JSON.stringify(entry)) };
}

const hashOf = (path: string): string => path.replace(/^.*\/|\.pf_fragment$/g, '');
const digest = (content: Uint8Array, length: number): string =>
  createHash('sha256').update(content).digest('hex').slice(0, length);
const pack = (content: Uint8Array): Buffer => gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
const bytes = (content: Uint8Array | undefined): Buffer =>
  gunzipSync(content ?? new Uint8Array()).subarray(SIGNATURE.length);
const unpack = (content: Uint8Array | undefined): Cbor => decodeCbor(bytes(content));
const text = (content: Uint8Array): string => bytes(content).toString();
