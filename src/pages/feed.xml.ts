import { feed } from '../site/feed.ts';
import { handbook } from '../site/handbook.ts';
import { xmlResponse } from '../site/xml.ts';

export const GET = async () => xmlResponse(feed((await handbook()).townships), 'application/atom+xml');
