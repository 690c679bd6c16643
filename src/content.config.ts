/**
 * The collections: where each lies and which schema of the domain it keeps.
 *
 * Of a township the collection has the file, not the texts: Astro would copy these from check to store to bundle to
 * module, a tenth of the pages' processor time. They are read from there (build/content.ts), as by every step of a build.
 *
 * Loaded by plain functions, because Astro's own file loaders keep the entries of an earlier build: of a file that no
 * longer parses, and of another CONTENT_DIR. These start empty at every build, and a file that does not parse ends it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import { townshipFiles } from './build/content.ts';
import { type Matter, matterSchema } from './domain/counterpart.ts';
import { departmentSchema } from './domain/department.ts';

const { CONTENT_DIR = 'content' } = process.env;

const readJson = (path: string) => JSON.parse(readFileSync(join(CONTENT_DIR, path), 'utf8'));

/** Matters by their first duty, which names them. */
const readMatters = (path: string) =>
  Object.fromEntries((readJson(path) as Matter[]).map((matter) => [matter.duties[0] ?? '', matter]));

/** Township files by their codes. */
const listTownships = () =>
  Object.fromEntries(Object.entries(townshipFiles()).map(([code, file]) => [code, { file }]));

export const collections = {
  townships: defineCollection({ loader: listTownships, schema: z.strictObject({ file: z.string() }) }),
  departments: defineCollection({ loader: () => readJson('departments.json'), schema: departmentSchema }),
  counterparts: defineCollection({ loader: () => readMatters('counterparts.json'), schema: matterSchema }),
};
