/** A file of the open data: its bytes, and what is said of it. */
import { createHash } from 'node:crypto';
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

export interface DataFile {
  /** Below /data/: townships/654026101.xlsx */
  path: string;
  /** For a reader. */
  title: string;
  format: Format;
  mediatype: string;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  /** The fields of a table. */
  fields: readonly Field[] | null;
}

/** A file and its checksum; its format is the end of its name. */
export function dataFile(
  path: string,
  title: string,
  content: string | Uint8Array,
  fields: readonly Field[] | null = null,
): DataFile {
  const bytes = Uint8Array.from(Buffer.from(content));
  const format = path.slice(path.lastIndexOf('.') + 1) as Format;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, title, format, mediatype: MEDIATYPES[format], bytes, sha256, fields };
}
