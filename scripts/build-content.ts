/**
 * Seeds to content: `npm run content [-- --seeds DIR --content DIR] [--check | --explain FILE:LINE]`.
 * Prints a line a township and every finding; on an error nothing is written and the exit code is 1.
 */
import { parseArgs } from 'node:util';
import { buildContent } from './lib/content.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS_DIR ?? 'seeds' },
    content: { type: 'string', default: process.env.CONTENT_DIR ?? 'content' },
    check: { type: 'boolean', default: false },
    explain: { type: 'string' },
  },
});

process.exitCode = buildContent(values, console);
