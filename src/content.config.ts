/**
 * The collections: where each lies and which schema of the domain it keeps.
 *
 * Read by plain functions, because Astro's own file loaders keep the entries of an earlier build: of a file that no
 * longer parses, and of another CONTENT_DIR. These start empty at every build, and a file that does not parse ends it.
 */

import { defineCollection } from 'astro:content';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CategoryEntry, categoryEntrySchema } from './domain/category.ts';
import { counterpartsSchema, matterSchema } from './domain/counterpart.ts';
import { departmentEntrySchema, departmentSchema } from './domain/department.ts';
import { placeNamesSchema } from './domain/place.ts';
import { termSchema } from './domain/term.ts';
import { townshipSchema } from './domain/township.ts';

const { CONTENT_DIR = 'content', SEEDS_DIR = 'seeds' } = process.env;

/** A folder of documents without its own vocabulary uses the repository's. */
const vocabulary = [join(SEEDS_DIR, 'vocabulary'), 'seeds/vocabulary'].find(existsSync) ?? '';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** A folder's JSON files by their names. */
const readFolder = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [basename(name, '.json'), readJson(join(folder, name))]),
  );

/** Matters by their first duty, which names them. */
const readMatters = (path: string) =>
  Object.fromEntries(
    counterpartsSchema.parse(readJson(path)).map((matter) => [matter.duties[0] ?? '', matter]),
  );

export const collections = {
  townships: defineCollection({
    loader: () => readFolder(join(CONTENT_DIR, 'townships')),
    schema: townshipSchema,
  }),
  departments: defineCollection({
    loader: () => readJson(join(CONTENT_DIR, 'departments.json')),
    schema: departmentSchema,
  }),
  categories: defineCollection({
    loader: (): CategoryEntry[] => parse(readFileSync(join(vocabulary, 'categories.yaml'), 'utf8')),
    schema: categoryEntrySchema,
  }),
  bodies: defineCollection({
    loader: () => parse(readFileSync(join(vocabulary, 'departments.yaml'), 'utf8')),
    schema: departmentEntrySchema,
  }),
  places: defineCollection({
    loader: () => ({ places: parse(readFileSync(join(vocabulary, 'places.yaml'), 'utf8')) }),
    schema: placeNamesSchema,
  }),
  terms: defineCollection({
    loader: () => parse(readFileSync('content/glossary.yaml', 'utf8')),
    schema: termSchema,
  }),
  counterparts: defineCollection({
    loader: () => readMatters(join(CONTENT_DIR, 'counterparts.json')),
    schema: matterSchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'content/pages' }),
    schema: z.strictObject({ title: z.string(), description: z.string() }),
  }),
};
