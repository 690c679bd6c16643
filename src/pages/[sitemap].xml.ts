import { SITE_ORIGIN } from '../site/config.ts';
import { handbook } from '../site/handbook.ts';
import { sitemap } from '../site/sitemap.ts';
import { xmlResponse } from '../site/xml.ts';

/** A sitemap holds whole addresses only: there is none where SITE_URL is not set. */
export const getStaticPaths = () => (SITE_ORIGIN ? [{ params: { sitemap: 'sitemap' } }] : []);

export const GET = async () => xmlResponse(sitemap(await handbook()));
