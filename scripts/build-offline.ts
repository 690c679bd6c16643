/**
 * What a built site needs to be read without a network: `sw.js`, and in `offline/` the pages of each township as one
 * file, with how much these and its search (written by build-search.ts) take.
 * Run by `npm run build` after everything else is written.
 */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../src/build/files.ts';
import { openKept } from '../src/build/kept.ts';
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
/** Of every page, style and script, and of the data's own list of checksums. */
const sums = new Map(
  paths.filter((path) => !FROM_DATA.test(path)).map((path) => [path, hash('sha1', readFileSync(at(path)))]),
);
writeTownships();
writeChanged(at('sw.js'), Buffer.from(await worker(planOf(paths, base, version()))));

/** A township whose pages and search are as they were lies there already. */
function writeTownships() {
  const kept = openKept('offline', DIST_DIR);
  for (const [code, pages] of pagesOfTownships(paths)) {
    const search = statSync(at(searchPack(code))).size;
    const input = [search, ...pages.map((path) => `${path} ${sums.get(path)}`)].join('\n');
    if (!kept.has([pagesPack(code), packSize(code)], input)) writeTownship(code, pages, search);
  }
  kept.close();
}

function writeTownship(code: string, pages: readonly string[], search: number) {
  const bytes = writePack(at(pagesPack(code)), new Map(pages.map((path) => [path, readFileSync(at(path))])));
  const size: Size = { bytes: bytes + search };
  writeChanged(at(packSize(code)), Buffer.from(JSON.stringify(size)));
}

/** Another content, another version. */
function version(): string {
  const lines = [...sums].map(([path, sum]) => `${path} ${sum}`);
  return hash('sha256', lines.join('\n')).slice(0, 8);
}

function worker(plan: Plan): Promise<string> {
  return bundleScript('src/offline/worker.ts', {
    PLAN: JSON.stringify(plan),
    'process.env.NODE_ENV': '"production"',
  });
}

function at(path: string): string {
  return join(DIST_DIR, path);
}
