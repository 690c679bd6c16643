/** The modules of the search at their fixed addresses: /search/search.js and what its interfaces need. */
import type { APIRoute } from 'astro';
import { bundle, MODULES } from '../../search/build/bundle.ts';

export const getStaticPaths = () => Object.keys(MODULES).map((module) => ({ params: { module } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(await bundle(params.module as keyof typeof MODULES), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
