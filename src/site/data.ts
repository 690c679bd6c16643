/** Links to the open data, which lies in the built site's folder before its pages are made. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSums, SUMS } from '../data/checksums.ts';
import { type Facts, type Format, formatOf } from '../data/files.ts';
import { type Link, link } from './links.ts';

const { DIST_DIR = 'dist' } = process.env;
const FOLDER = join(DIST_DIR, 'data');

export interface PublishedFile extends Facts {
  /** Below /data/. */
  path: string;
}

export interface OpenData {
  /** The tables and what describes them, in published order. */
  main: PublishedFile[];
  /** What a page shows, by path: townships/654026101, categories/ping-an-fa-zhi */
  pages: Map<string, PublishedFile[]>;
}

let read: OpenData | undefined;

/** The data of this build; while developing it is read anew each time. Throws where there is none. */
export function openData(): OpenData {
  if (import.meta.env.MODE === 'development' || !read) read = readData();
  return read;
}

export interface Download extends Link {
  /** What the file is called where it is kept: 拜城县农业农村局.xlsx */
  name: string;
}

/**
 * Links to the files of what a page shows; its address without slashes at the ends is their path below /data/.
 * `title` tells what is in them.
 */
export const downloads = (address: string, title: string): Download[] =>
  (openData().pages.get(address.slice(1, -1)) ?? []).map((file) => ({
    ...fileLink(file),
    name: `${title}.${formatOf(file.path)}`,
  }));

const FORMATS: Record<Format, string> = {
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
  jsonld: 'JSON-LD',
  txt: '文本',
};

/** Excel（53 KB） */
export const fileLink = ({ path, bytes }: PublishedFile): Link =>
  link(`/data/${path}`, `${FORMATS[formatOf(path)]}（${sizeWords(bytes)}）`);

/** 53 KB */
export const sizeWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

function readData(): OpenData {
  const sums = join(FOLDER, SUMS);
  if (!existsSync(sums)) throw new Error(`没有 ${sums}：请先运行 node scripts/build-data.ts`);
  const text = readFileSync(sums);
  const files = [...readSums(text.toString()), { path: SUMS, sha256: hash('sha256', text) }].map((file) => ({
    ...file,
    bytes: statSync(join(FOLDER, file.path)).size,
  }));
  return {
    main: files.filter(({ path }) => !path.includes('/')),
    pages: Map.groupBy(files, ({ path }) => path.slice(0, path.lastIndexOf('.'))),
  };
}
