/** The collections: where each lies and which schema of the domain it keeps. Nothing more. */

import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
import { categoryEntrySchema } from './domain/category.ts';
import { departmentSchema } from './domain/department.ts';
import { townshipSchema } from './domain/township.ts';

const { CONTENT_DIR = 'content', SEEDS_DIR = 'seeds' } = process.env;

/** A folder of documents without its own vocabulary uses the repository's. */
const vocabulary = existsSync(`${SEEDS_DIR}/vocabulary`) ? `${SEEDS_DIR}/vocabulary` : 'seeds/vocabulary';

export const collections = {
  townships: defineCollection({
    loader: glob({ pattern: '*.json', base: `${CONTENT_DIR}/townships` }),
    schema: townshipSchema,
  }),
  departments: defineCollection({
    loader: file(`${CONTENT_DIR}/departments.json`),
    schema: departmentSchema,
  }),
  categories: defineCollection({
    loader: file(`${vocabulary}/categories.yaml`),
    schema: categoryEntrySchema,
  }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'content/pages' }),
    schema: z.strictObject({ title: z.string(), description: z.string() }),
  }),
};
