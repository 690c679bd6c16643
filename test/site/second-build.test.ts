/**
 * A second build after one document changed: only what follows from it is made again, and all is as if built from
 * nothing. The site is built for a public address, so that what is said to others by that address is looked at here too.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import { pathsIn } from '../../src/build/files.ts';

const WORK = '.bench/second-build';
const SEEDS = `${WORK}/seeds`;
const BUILD = { timeout: 300_000 };
const PUBLIC = { SITE_URL: 'https://handbook.example', BASE_PATH: '/duties/' };
const ROOT = `${PUBLIC.SITE_URL}${PUBLIC.BASE_PATH}`;
/** So many that files to download are larger by more than a kilobyte. */
const MANY_WORDS = '认真承担'.repeat(200);

/** Which of the three documents is changed, and the townships of the others. */
let changed: string;
let others: string[];

beforeAll(() => {
  rmSync(WORK, { recursive: true, force: true });
  writeCorpus(SEEDS, 3, ['6531']);
  const [first = '', second = '', third = ''] = readdirSync(SEEDS).sort();
  changed = second;
  others = [first, third].map((file) => file.slice(6, 15));
});
afterAll(() => rmSync(WORK, { recursive: true, force: true }));

test('pages and downloads of the other townships are not made again, and every byte is right', BUILD, () => {
  build('once');
  const before = changesOf('once');
  replaceLast(join(SEEDS, changed), '负责', MANY_WORDS);
  build('once');
  const again = [...changesOf('once')].filter(([path, at]) => before.get(path) !== at).map(([path]) => path);
  const ofOthers = again.filter((path) => others.some((code) => path.startsWith(`townships/${code}/`)));
  expect(again.filter((path) => path.startsWith('townships/')).length).toBeGreaterThan(2);
  expect(ofOthers.filter((path) => /\/source\/|\.json$/.test(path))).toEqual([]);
  expect(ofOthers.length).toBeLessThan(10);

  build('anew');
  expect(differing(sumsOf('once'), sumsOf('anew'))).toEqual([]);
});

test('what a township had is removed with it', BUILD, () => {
  rmSync(join(SEEDS, changed));
  build('once');
  build('anew', true);
  expect([...sumsOf('once').keys()]).toEqual([...sumsOf('anew').keys()]);
  expect(differing(sumsOf('once'), sumsOf('anew'))).toEqual([]);
});

describe('by its public address', () => {
  /** For readers who are lost, or without a network. */
  const STANDING_IN = ['404.html', 'offline/index.html'];
  const allPages = () => filesOf('anew').filter((path) => path.endsWith('.html'));
  const pages = () => allPages().filter((path) => !STANDING_IN.includes(path));
  const addressOf = (path: string) => `${ROOT}${path.replace(/index\.html$/, '')}`;
  const read = (path: string) => readFileSync(join(WORK, 'anew/dist', path), 'utf8');

  test('every page names its own', () => {
    for (const path of pages()) {
      const $ = load(read(path));
      expect($('link[rel=canonical]').attr('href'), path).toBe(addressOf(path));
      expect($('meta[property="og:url"]').attr('content'), path).toBe(addressOf(path));
    }
  });

  test('what stands in for other pages names none, and is not to be found', () => {
    for (const path of STANDING_IN) {
      expect(read(path), path).not.toContain('application/ld+json');
      expect(load(read(path))('link[rel=canonical], meta[property="og:url"]').length, path).toBe(0);
    }
    const hidden = allPages().filter(
      (path) => load(read(path))('meta[name=robots][content=noindex]').length > 0,
    );
    expect(hidden.toSorted()).toEqual(STANDING_IN);
  });

  test('robots are led to the sitemap, which has every page', () => {
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${ROOT}sitemap.xml\n`);
    const found = [...read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
    expect(found.toSorted()).toEqual(pages().map(addressOf).toSorted());
    expect(read('sitemap.xml')).not.toContain('<lastmod>'); // git does not know these townships
  });

  test('the feed names entries by theirs', () => {
    const $ = load(read('feed.xml'), { xml: true });
    const ids = $('entry > id').map((_, id) => $(id).text());
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.get().filter((id) => !pages().map(addressOf).includes(id))).toEqual([]);
    expect($('feed > id').text()).toBe(ROOT);
    expect($('link[rel=self]').attr('href')).toBe(`${ROOT}feed.xml`);
  });
});

/** Builds the three documents into a folder of that name, kept as the last build left it unless it is wanted empty. */
function build(name: string, empty = false) {
  const folder = join(WORK, name);
  if (empty) rmSync(folder, { recursive: true, force: true });
  const folders = { SEEDS_DIR: SEEDS, CONTENT_DIR: `${folder}/content`, DIST_DIR: `${folder}/dist` };
  const env = { ...process.env, ...folders, ...PUBLIC, BASE_URL: '/of-the-environment/' };
  execFileSync('npm', ['run', 'build'], { env, stdio: 'pipe' });
}

/** The last place is in a cell that many pages do not show. */
function replaceLast(path: string, words: string, others: string) {
  const text = readFileSync(path, 'utf8');
  const at = text.lastIndexOf(words);
  if (at < 0) throw new Error(`${path} has no ${words}`);
  writeFileSync(path, text.slice(0, at) + others + text.slice(at + words.length));
}

/** Files of a built site. */
const filesOf = (name: string): string[] => pathsIn(join(WORK, name, 'dist'));

/** When each file was written last. */
const changesOf = (name: string): Map<string, number> =>
  new Map(filesOf(name).map((path) => [path, statSync(join(WORK, name, 'dist', path)).mtimeMs]));

const sumsOf = (name: string): Map<string, string> =>
  new Map(filesOf(name).map((path) => [path, sha256(readFileSync(join(WORK, name, 'dist', path)))]));

const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
