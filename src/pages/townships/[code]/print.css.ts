import type { APIRoute } from 'astro';
import { townshipPath } from '../../../domain/address.ts';
import { changed } from '../../../site/changed.ts';
import { handbook } from '../../../site/handbook.ts';
import { marginBoxes } from '../../../site/paper.ts';

export const getStaticPaths = async () => {
  const { townships } = await handbook();
  return changed(
    townships.map((township) => ({
      params: { code: township.code },
      path: `${townshipPath(township.code)}print.css`,
      view: () => marginBoxes(township),
    })),
  );
};

export const GET: APIRoute = ({ props }) => new Response(props.view());
