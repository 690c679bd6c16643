/** The pages written by hand. Everything generated is read by src/site/content.ts. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

export const collections = {
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'content/pages' }),
    schema: z.strictObject({ title: z.string(), description: z.string() }),
  }),
};
