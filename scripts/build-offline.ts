/**
 * What a built site needs to be read without a network: `sw.js`, and the lists of addresses to keep in `offline/`.
 * Run by `npm run build` after everything else is written.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { keepLists, planOf, type SiteFile } from '../src/offline/plan.ts';
import type { Plan } from '../src/offline/protocol.ts';

const { DIST_DIR = 'dist', BASE_PATH = '/' } = process.env;
const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');

const files = siteFiles();
// Lists of an earlier build may be of townships that are no longer there.
for (const path of globSync('offline/*.json', { cwd: DIST_DIR })) rmSync(join(DIST_DIR, path));
for (const [path, addresses] of keepLists(files, base)) write(path, JSON.stringify(addresses));
write('sw.js', await worker(planOf(files, base, version(files))));

/** All files but those that this script writes. */
function siteFiles(): SiteFile[] {
  return readdirSync(DIST_DIR, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: relative(DIST_DIR, path).split(sep).join('/'), bytes: statSync(path).size }))
    .filter(({ path }) => path !== 'sw.js' && !/^offline\/.*json$/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Another content, another version: the checksums of the data, the size and the name of every page and script. */
function version(all: readonly SiteFile[]): string {
  const hash = createHash('sha256').update(readFileSync(join(DIST_DIR, 'data/SHA256SUMS.txt')));
  const own = all.filter(({ path }) => !path.startsWith('pagefind/'));
  return hash.update(JSON.stringify(own)).digest('hex').slice(0, 8);
}

async function worker(plan: Plan): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/offline/worker.ts'],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2021',
    define: { PLAN: JSON.stringify(plan), 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

function write(path: string, content: string) {
  const target = join(DIST_DIR, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
