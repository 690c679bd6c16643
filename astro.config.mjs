// @ts-check
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig, logHandlers } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { devFiles } from './src/build/dev-files.ts';
import { makePages } from './src/build/make-pages.ts';
import { keepPages } from './src/site/changed.ts';

const { SITE_URL, BASE_PATH = '/', DIST_DIR = 'dist' } = process.env;

// Vite would put what the environment names so in the place of BASE_PATH.
delete process.env.BASE_URL;

// Astro 7's own Markdown processor runs no remark plugins, so remark is chosen here.
const processor = unified({
  gfm: false, // Astro's own copy of remark-gfm; one is enough
  smartypants: false, // quotation marks stay as written
  remarkPlugins: [remarkGfm],
  remarkRehype: { footnoteLabel: '注释', footnoteBackLabel: '返回正文' },
});

// A build says only what is wrong, not a line for each page; `preview` and `dev` print their address.
const logger = process.argv.includes('build') ? logHandlers.node({ level: 'warn' }) : undefined;

/** Reading, and what helps with it, works in browsers of this age. */
const OLDEST = ['chrome90', 'firefox90', 'safari14.1'];

/** What runs in Node while building need not be put into the words of old browsers, nor be lean. */
const forNode = {
  name: 'for-node',
  /** @type {import('vite').Plugin['configEnvironment']} */
  configEnvironment: (name, { build }) => {
    if (name !== 'prerender' || !build) return;
    build.target = 'esnext'; // returned, it would be added to the others
    return { build: { rolldownOptions: { treeshake: false } } };
  },
};

export default defineConfig({
  ...(SITE_URL && { site: SITE_URL }),
  ...(logger && { logger }),
  base: BASE_PATH,
  outDir: DIST_DIR,
  cacheDir: `node_modules/.astro/${hash('sha1', resolve(DIST_DIR))}`, // two builds side by side share nothing
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error', // two pages with one address would only be warned of
  build: {
    inlineStylesheets: 'never', // the content security policy allows none
  },
  devToolbar: { enabled: false },
  markdown: { processor, syntaxHighlight: false }, // no page shows code
  integrations: [mdx(), makePages(), keepPages(), devFiles(DIST_DIR)],
  // MDX puts a directive of Astro's into its modules, of which the bundler warns at every build.
  vite: {
    plugins: [forNode],
    build: {
      emptyOutDir: false, // what has not changed is kept, and the data is there already
      assetsInlineLimit: 0, // scripts neither
      target: OLDEST,
      cssTarget: OLDEST,
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
