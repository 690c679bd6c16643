/** What is kept by hand beside the collections and pages are made with, read with the schemas of the domain. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CategoryEntry, categoryEntrySchema } from '../domain/category.ts';
import { departmentEntrySchema } from '../domain/department.ts';
import { placeNamesSchema } from '../domain/place.ts';
import { termSchema } from '../domain/term.ts';
import { createDepartmentReader } from '../extract/departments.ts';
import type { Collections } from './entries.ts';

const { SEEDS_DIR = 'seeds' } = process.env;

/** A folder of documents without its own vocabulary uses the repository's. */
export const vocabulary = [join(SEEDS_DIR, 'vocabulary'), 'seeds/vocabulary'].find(existsSync) ?? '';

/** Throws where a file is missing or not as its schema has it, as `readCategories` does. */
export const readVocabulary = (): Required<Pick<Collections, 'categories' | 'terms' | 'find'>> => ({
  categories: readCategories(),
  terms: readYaml('content/glossary.yaml', z.array(termSchema)),
  find: createDepartmentReader(
    readYaml(join(vocabulary, 'departments.yaml'), z.array(departmentEntrySchema)),
    readYaml(join(vocabulary, 'places.yaml'), placeNamesSchema),
  ).find,
});

/** The categories alone, for what needs no more of the vocabulary. */
export const readCategories = (): CategoryEntry[] =>
  readYaml(join(vocabulary, 'categories.yaml'), z.array(categoryEntrySchema));

function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} cannot be read`, { cause });
  }
}
