/**
 * What a built site needs to be read without a network: `sw.js`, and in `offline/` the pages of each township as one
 * file, with how much these and its search (written by build-search.ts) take.
 * Run by `npm run build` after everything else is written.
 */
import { hash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../src/build/files.ts';
import { pagesOfTownships, planOf } from '../src/offline/plan.ts';
import { type Plan, packSize, pagesPack, type Size, searchPack } from '../src/offline/protocol.ts';
import { bundleScript } from './lib/bundle-script.ts';
import { writeChanged } from './lib/write-index.ts';
import { writePack } from './lib/write-pack.ts';

const { DIST_DIR = 'dist', BASE_PATH = '/' } = process.env;
const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');

/** Made from the data, or files of it. */
const FROM_DATA = /^(pagefind\/|data\/(?!index\.html$|SHA256SUMS\.txt$))|^townships\/.*\.json$/;

const paths = pathsIn(DIST_DIR).filter((path) => path !== 'sw.js' && !/^offline\/.*(json|pack)$/.test(path));
const townships = pagesOfTownships(paths);
removeOthers();
for (const [code, pages] of townships) writeTownship(code, pages);
writeText('sw.js', await worker(planOf(paths, base, version())));

/** What an earlier build wrote of townships that are no longer there. */
function removeOthers() {
  for (const path of globSync('offline/*.{json,pack}', { cwd: DIST_DIR }))
    if (!townships.has(/(\d{9})\./.exec(path)?.[1] ?? '')) rmSync(join(DIST_DIR, path));
}

function writeTownship(code: string, pages: readonly string[]) {
  const contents = new Map(pages.map((path) => [path, readFileSync(join(DIST_DIR, path))]));
  const bytes = writePack(join(DIST_DIR, pagesPack(code)), contents);
  const search = statSync(join(DIST_DIR, searchPack(code))).size;
  writeText(packSize(code), JSON.stringify({ bytes: bytes + search } satisfies Size));
}

/** Another content, another version: the checksums of the data, and of every page, style and script. */
function version(): string {
  const sums = paths
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

function writeText(path: string, content: string) {
  writeChanged(join(DIST_DIR, path), Buffer.from(content));
}
