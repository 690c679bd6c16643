/** The pages written by hand, content/pages/*.mdx: guide, glossary, about. */
import { basename } from 'node:path';
import type { MDXInstance } from 'astro';
import { z } from 'zod';

const headSchema = z.strictObject({ title: z.string(), description: z.string() });

/** By name, each with its text as a component. Throws where a page's head is not as it has to be. */
export const writtenPages = () =>
  Object.entries(
    import.meta.glob<MDXInstance<Record<string, unknown>>>('../../content/pages/*.mdx', { eager: true }),
  ).map(([path, { Content, frontmatter }]) => ({
    name: basename(path, '.mdx'),
    Content,
    ...headOf(path, frontmatter),
  }));

function headOf(path: string, frontmatter: unknown): z.infer<typeof headSchema> {
  const head = headSchema.safeParse(frontmatter);
  if (!head.success) throw new Error(`${path}：${z.prettifyError(head.error)}`);
  return head.data;
}
