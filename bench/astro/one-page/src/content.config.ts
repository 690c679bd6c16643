import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

export const collections = {
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'src/texts' }),
    schema: z.strictObject({ title: z.string() }),
  }),
};
