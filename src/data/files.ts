/** Files of the open data: how each is named, what is said of it, and where it is put. */
import type { Field } from './fields.ts';

const MEDIATYPES = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown',
  jsonld: 'application/ld+json',
  txt: 'text/plain',
} as const;
export type Format = keyof typeof MEDIATYPES;

/** The end of the file's name. */
export const formatOf = (path: string): Format => path.slice(path.lastIndexOf('.') + 1) as Format;

export const mediatypeOf = (path: string): string => MEDIATYPES[formatOf(path)];

/** A file before it is made. */
export interface PlannedFile {
  /** Below /data/: townships/654026101.xlsx */
  path: string;
  /** For a reader. */
  title: string;
  /** The fields of a table. */
  fields?: readonly Field[];
  /** Below /data/: the Table Schema of a table that has it in common with others. */
  schema?: string;
}

/** Files that are made together. */
export interface FileGroup {
  files: readonly PlannedFile[];
  /** A text from which their contents follow entirely. */
  input: string;
  make: MakeContents;
}

export interface Facts {
  bytes: number;
  sha256: string;
}

/** A file that lies where it is published. */
export type DataFile = PlannedFile & Facts;

/** A file's content: what is not bytes is written as UTF-8. */
export type Content = string | Uint8Array;

/** The contents of some files, in their order. */
export type MakeContents = () => readonly Content[] | Promise<readonly Content[]>;

/** Where files are published. Their paths are below the site's root. */
export interface Store {
  /** Sees to it that these files are there as made from this input; makes them only where they are not. */
  put(paths: readonly string[], input: string, make: MakeContents): Promise<void>;
  /** Of a file that was put. */
  facts(path: string): Facts;
}

/** The file that is its own input. */
export const fileOf = (file: PlannedFile, content: string): FileGroup => ({
  files: [file],
  input: content,
  make: () => [content],
});

/** Publishes files below /data/, and says of each what can be said then. */
export async function publish(groups: Iterable<FileGroup>, store: Store): Promise<DataFile[]> {
  const published: DataFile[] = [];
  for (const { files, input, make } of groups) {
    await store.put(files.map(addressOf), input, make);
    published.push(...files.map((file) => ({ ...file, ...store.facts(addressOf(file)) })));
  }
  return published;
}

const addressOf = ({ path }: PlannedFile): string => `data/${path}`;
