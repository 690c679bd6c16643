/**
 * Everything generated and hand-kept that pages are made of, read with the schemas of the domain.
 *
 * Plain files and no content collections: those would be written out and read back at every build, a fifth of its
 * time and memory, and they keep entries of an earlier build (of a file that no longer parses, of another CONTENT_DIR).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { categoryEntrySchema } from '../domain/category.ts';
import { counterpartsSchema } from '../domain/counterpart.ts';
import { departmentEntrySchema, departmentSchema } from '../domain/department.ts';
import { placeNamesSchema } from '../domain/place.ts';
import { termSchema } from '../domain/term.ts';
import { type Township, townshipSchema } from '../domain/township.ts';
import { createDepartmentReader } from '../extract/departments.ts';
import type { Collections } from './entries.ts';

const { CONTENT_DIR = 'content', SEEDS_DIR = 'seeds' } = process.env;

/** A folder of documents without its own vocabulary uses the repository's. */
const vocabulary = [join(SEEDS_DIR, 'vocabulary'), 'seeds/vocabulary'].find(existsSync) ?? '';

/** The content of this build. Throws where a file is missing or not as its schema has it. */
export const readContent = (): Required<Collections> => ({
  townships: readTownships(join(CONTENT_DIR, 'townships')),
  departments: readJson(join(CONTENT_DIR, 'departments.json'), z.array(departmentSchema)),
  counterparts: readJson(join(CONTENT_DIR, 'counterparts.json'), counterpartsSchema),
  categories: readYaml(join(vocabulary, 'categories.yaml'), z.array(categoryEntrySchema)),
  terms: readYaml('content/glossary.yaml', z.array(termSchema)),
  find: createDepartmentReader(
    readYaml(join(vocabulary, 'departments.yaml'), z.array(departmentEntrySchema)),
    readYaml(join(vocabulary, 'places.yaml'), placeNamesSchema),
  ).find,
});

const readTownships = (folder: string): Township[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readJson(join(folder, name), townshipSchema));

const readJson = <T>(path: string, schema: z.ZodType<T>): T => checked(path, JSON.parse, schema);
const readYaml = <T>(path: string, schema: z.ZodType<T>): T => checked(path, parse, schema);

function checked<T>(path: string, read: (text: string) => unknown, schema: z.ZodType<T>): T {
  try {
    return schema.parse(read(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path} cannot be read`, { cause });
  }
}
