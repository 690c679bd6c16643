/**
 * What a built site needs to be read without a network: `sw.js`, and in `offline/` the lists of addresses to
 * keep and the search index as one file.
 * Run by `npm run build` after everything else is written.
 */
import { hash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathsIn } from '../src/build/files.ts';
import { pack } from '../src/offline/pack.ts';
import { keepLists, packOf, planOf, type SiteFile } from '../src/offline/plan.ts';
import { type Plan, SEARCH_PACK } from '../src/offline/protocol.ts';
import { bundleScript } from './lib/bundle-script.ts';

const { DIST_DIR = 'dist', BASE_PATH = '/' } = process.env;
const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');

/** Made from the data, or files of it. */
const FROM_DATA = /^(pagefind\/|data\/(?!index\.html$|SHA256SUMS\.txt$))|^townships\/.*\.json$/;

const files = siteFiles();
// Those of an earlier build may be of townships that are no longer there.
for (const path of globSync('offline/*.{json,pack}', { cwd: DIST_DIR })) rmSync(join(DIST_DIR, path));
for (const [path, addresses] of keepLists(files, base)) write(path, JSON.stringify(addresses));
const packed = packOf(files).map((path): [string, Buffer] => [path, readFileSync(join(DIST_DIR, path))]);
if (packed.length > 0) write(SEARCH_PACK, pack(new Map(packed)));
write('sw.js', await worker(planOf(files, base, version(files))));

/** All files but those that this script writes. */
function siteFiles(): SiteFile[] {
  return pathsIn(DIST_DIR)
    .filter((path) => path !== 'sw.js' && !/^offline\/.*(json|pack)$/.test(path))
    .map((path) => ({ path, bytes: statSync(join(DIST_DIR, path)).size }));
}

/** Another content, another version: the checksums of the data, and of every page, style and script. */
function version(all: readonly SiteFile[]): string {
  const sums = all
    .map(({ path }) => path)
    .filter((path) => !FROM_DATA.test(path))
    .map((path) => `${path} ${hash('sha1', readFileSync(join(DIST_DIR, path)))}`);
  return hash('sha256', sums.join('\n')).slice(0, 8);
}

function worker(plan: Plan): Promise<string> {
  return bundleScript('src/offline/worker.ts', {
    PLAN: JSON.stringify(plan),
    'process.env.NODE_ENV': '"production"',
  });
}

function write(path: string, content: string | Uint8Array) {
  const target = join(DIST_DIR, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
