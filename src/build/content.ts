/** The content folder, read with the schemas of the domain. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { counterpartsSchema, type Matter } from '../domain/counterpart.ts';
import { type Department, departmentSchema } from '../domain/department.ts';
import { type Township, townshipSchema } from '../domain/township.ts';

const { CONTENT_DIR = 'content' } = process.env;

export interface Content {
  /** In order of code. */
  townships: Township[];
  departments: Department[];
  counterparts: Matter[];
}

/** Throws where a file is missing or not as its schema has it. */
export const readContent = (): Content => ({
  townships: Object.values(townshipFiles()).map(readTownship),
  departments: readJson('departments.json', z.array(departmentSchema)),
  counterparts: readJson('counterparts.json', counterpartsSchema),
});

/** Where each township lies in the content folder, by its code. */
export const townshipFiles = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(CONTENT_DIR, 'townships'))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [basename(name, '.json'), `townships/${name}`]),
  );

/** Throws where the file is not as its schema has it. */
export const readTownship = (file: string): Township => readJson(file, townshipSchema);

function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const file = join(CONTENT_DIR, path);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause });
  }
}
