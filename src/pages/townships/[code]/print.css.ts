import type { APIRoute } from 'astro';
import type { Township } from '../../../domain/township.ts';
import { handbook } from '../../../site/handbook.ts';
import { marginBoxes } from '../../../site/paper.ts';

export const getStaticPaths = async () =>
  (await handbook()).townships.map((township) => ({ params: { code: township.code }, props: { township } }));

export const GET: APIRoute = ({ props: { township } }) => new Response(marginBoxes(township as Township));
