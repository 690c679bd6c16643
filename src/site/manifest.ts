/** manifest.webmanifest: lets browsers install the handbook as an app of its own. */
import { SITE_NAME } from './config.ts';
import { href } from './links.ts';

/** The green of public/icon.svg. */
const THEME = '#14505c';

export const manifest = (): object => ({
  name: SITE_NAME,
  short_name: '履职清单',
  lang: 'zh-CN',
  start_url: href('/'),
  scope: href('/'),
  display: 'minimal-ui', // reading needs back and reload
  background_color: '#ffffff',
  theme_color: THEME,
  icons: [
    { src: href('/icon.svg'), type: 'image/svg+xml', sizes: 'any' },
    { src: href('/icon-192.png'), type: 'image/png', sizes: '192x192' },
    { src: href('/icon-512.png'), type: 'image/png', sizes: '512x512' },
    { src: href('/icon-maskable.png'), type: 'image/png', sizes: '512x512', purpose: 'maskable' },
  ],
});
