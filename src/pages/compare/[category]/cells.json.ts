/** The cells of all townships, where they are too many to stand on the page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { handbook } from '../../../site/handbook.ts';
import { cellsOf, MOST_COLUMNS } from '../../../site/views/compare.ts';

export const getStaticPaths = (async () => {
  const { categories, townships } = await handbook();
  if (townships.length <= MOST_COLUMNS) return [];
  return categories.map((category) => ({ params: { category: category.id }, props: { category } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ props }) =>
  new Response(JSON.stringify(cellsOf(props.category, await handbook())));
