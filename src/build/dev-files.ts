/** `npm run dev` builds no search index: it takes that of the last build, where there is one. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

const INDEX = /^\/(?:pagefind\/.+|search\/[a-z]+\.json)$/;

/** Serves the search index that lies in a built site's folder. */
export const devIndex = (dist: string): AstroIntegration => ({
  name: 'search-index-of-last-build',
  hooks: {
    'astro:server:setup': ({ server: { config, middlewares } }) => {
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(config.base, '/');
        const file = join(dist, path);
        if (INDEX.test(path) && existsSync(file)) createReadStream(file).pipe(response);
        else next();
      });
    },
  },
});
