/** The committed content, as the site reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { allFiles, type DataSource, type OpenData, openData } from '../../src/data/index.ts';
import { departmentSchema } from '../../src/domain/department.ts';
import { townshipSchema } from '../../src/domain/township.ts';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

export const townships = readdirSync('content/townships').map((name) =>
  townshipSchema.parse(readJson(`content/townships/${name}`)),
);

const [first] = townships;
if (!first) throw new Error('no content');

export const source: DataSource = {
  townships,
  departments: departmentSchema.array().parse(readJson('content/departments.json')),
  matters: [],
  similar: (id) => (id === '654026101/cooperative/27' ? ['653123103/cooperative/1'] : []),
  selections: [
    { path: 'categories/one', title: '一类', ids: [`${first.code}/basic/2`, `${first.code}/reclaimed/1`] },
  ],
};

export const made: OpenData = await openData(source);

/** A file's text. */
export function textOf(path: string): string {
  const files = allFiles(made);
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`no file ${path}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}
