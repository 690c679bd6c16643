/** The committed content, and its open data published into memory. */
import { hash } from 'node:crypto';
import { readContent } from '../../src/build/content.ts';
import { type DataSource, publishData } from '../../src/data/index.ts';
import { dataSource } from '../../src/site/data-source.ts';
import { arrange } from '../../src/site/entries.ts';
import { readCategories } from '../../src/site/vocabulary.ts';

const content = readContent();
export const { townships } = content;

const [first] = townships;
if (!first) throw new Error('no content');

export const source: DataSource = {
  townships,
  departments: content.departments,
  matters: [],
  similar: (id) => (id === '654026101/cooperative/27' ? ['653123103/cooperative/1'] : []),
  site: null,
  comparisons: dataSource(arrange({ ...content, categories: readCategories() })).comparisons,
  selections: [
    { path: 'categories/one', title: '一类', ids: [`${first.code}/basic/2`, `${first.code}/reclaimed/1`] },
  ],
};

/** The files of a source by their paths below the site's root, in the order in which they are published. */
export async function publishedOf(from: DataSource): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  await publishData(from, {
    async put(paths, _, make) {
      const contents = await make();
      paths.forEach((path, at) => {
        files.set(path, Buffer.from(contents[at] ?? ''));
      });
    },
    facts(path) {
      const bytes = files.get(path) ?? new Uint8Array();
      return { bytes: bytes.length, sha256: hash('sha256', bytes) };
    },
  });
  return files;
}

export const published = await publishedOf(source);

/** The bytes of a file below /data/. */
export function bytesOf(path: string): Uint8Array {
  const bytes = published.get(`data/${path}`);
  if (!bytes) throw new Error(`no file ${path}`);
  return bytes;
}

export const textOf = (path: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(path));
