/** What is no page of Astro's: while developing, the data and the search index of the last build lie in a built site's folder. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

const MADE_BEFORE = /^\/(?:data\/.+\.\w+|townships\/.+\.json|pagefind\/.+|search\/[a-z]+\.json)$/;

/** Serves such files of a built site's folder. */
export const devFiles = (dist: string): AstroIntegration => ({
  name: 'files-made-before',
  hooks: {
    'astro:server:setup': ({ server: { config, middlewares } }) => {
      middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(config.base, '/');
        const file = join(dist, path);
        if (MADE_BEFORE.test(path) && existsSync(file)) createReadStream(file).pipe(response);
        else next();
      });
    },
  },
});
