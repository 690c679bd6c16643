import { manifest } from '../site/manifest.ts';

export const GET = () =>
  new Response(JSON.stringify(manifest(), null, 2), {
    headers: { 'content-type': 'application/manifest+json' },
  });
