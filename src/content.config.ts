/**
 * The collections: where each lies and which schema of the domain it keeps.
 *
 * Read by plain functions, because Astro's own file loaders keep the entries of an earlier build: of a file that no
 * longer parses, and of another CONTENT_DIR. These start empty at every build, and a file that does not parse ends it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineCollection } from 'astro/content/config';
import { type Matter, matterSchema } from './domain/counterpart.ts';
import { departmentSchema } from './domain/department.ts';
import { townshipSchema } from './domain/township.ts';

const { CONTENT_DIR = 'content' } = process.env;

const readJson = (path: string) => JSON.parse(readFileSync(join(CONTENT_DIR, path), 'utf8'));

/** A folder's JSON files by their names. */
const readFolder = (folder: string) =>
  Object.fromEntries(
    readdirSync(join(CONTENT_DIR, folder))
      .filter((name) => name.endsWith('.json'))
      .map((name) => [basename(name, '.json'), readJson(join(folder, name))]),
  );

/** Matters by their first duty, which names them. */
const readMatters = (path: string) =>
  Object.fromEntries((readJson(path) as Matter[]).map((matter) => [matter.duties[0] ?? '', matter]));

export const collections = {
  townships: defineCollection({ loader: () => readFolder('townships'), schema: townshipSchema }),
  departments: defineCollection({ loader: () => readJson('departments.json'), schema: departmentSchema }),
  counterparts: defineCollection({ loader: () => readMatters('counterparts.json'), schema: matterSchema }),
};
