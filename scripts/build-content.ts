/**
 * Seeds to content: `npm run content [-- --seeds DIR --content DIR] [--check | --explain FILE:LINE]`.
 * Prints a line a township and every finding; on an error nothing is written and the exit code is 1.
 */
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

// What Node made of the modules loaded from here on is kept: half of the time of a start.
enableCompileCache(resolve(import.meta.dirname, '../node_modules/.cache/node'));
const { buildContent } = await import('./lib/content.ts');

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS_DIR ?? 'seeds' },
    content: { type: 'string', default: process.env.CONTENT_DIR ?? 'content' },
    check: { type: 'boolean', default: false },
    explain: { type: 'string' },
  },
});

process.exitCode = buildContent(values, console);
