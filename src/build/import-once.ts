/** Imports the module of a route once: Astro does it again for every page, a second for ten thousand pages. */
import type { AstroIntegration, AstroPrerenderer, SSRManifest } from 'astro';

/** Astro's own, with what its `setup` adds; no promise of Astro's, so pages are made without it too. */
type Prerenderer = AstroPrerenderer & { app?: { manifest: Pick<SSRManifest, 'pageMap'> } };

export const importOnce = (): AstroIntegration => ({
  name: 'import-once',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((own: Prerenderer) => ({
        ...own,
        async setup() {
          await own.setup?.();
          const modules = own.app?.manifest.pageMap;
          for (const [route, load] of modules ?? []) {
            const loaded = load();
            modules?.set(route, () => loaded);
          }
        },
      })),
  },
});
