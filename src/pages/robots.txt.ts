import { SITE_ORIGIN } from '../site/config.ts';
import { absolute } from '../site/links.ts';

const lines = ['User-agent: *', 'Allow: /', ...(SITE_ORIGIN ? [`Sitemap: ${absolute('/sitemap.xml')}`] : [])];

export const GET = () => new Response(`${lines.join('\n')}\n`);
