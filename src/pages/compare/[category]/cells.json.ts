/** The cells of all townships, where they are too many to stand on the page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { comparePath } from '../../../domain/address.ts';
import { changed } from '../../../site/changed.ts';
import { handbook } from '../../../site/handbook.ts';
import { cellsOf, MOST_COLUMNS } from '../../../site/views/compare.ts';

export const getStaticPaths = (async () => {
  const book = await handbook();
  if (book.townships.length <= MOST_COLUMNS) return [];
  return changed(
    book.categories.map((category) => ({
      params: { category: category.id },
      path: `${comparePath(category.id)}cells.json`,
      view: () => cellsOf(category, book),
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props.view()));
