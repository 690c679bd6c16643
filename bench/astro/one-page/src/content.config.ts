import { defineCollection } from 'astro/content/config';
import { z } from 'zod';

export const collections = {
  townships: defineCollection({
    loader: () => ({ one: { name: '示例镇' } }),
    schema: z.strictObject({ name: z.string() }),
  }),
};
