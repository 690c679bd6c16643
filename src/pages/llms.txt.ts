import { handbook } from '../site/handbook.ts';
import { llmsText } from '../site/llms.ts';

export const GET = async () =>
  new Response(llmsText(await handbook()), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
