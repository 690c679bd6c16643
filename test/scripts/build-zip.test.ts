/** The zip of a site as small as can be, made by the command. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';

const SITE: Record<string, string> = {
  'index.html': '<a href="/duties/townships/">乡镇</a>',
  'townships/index.html': '<link href="/duties/_astro/page.css"><a href="/duties/">首页</a>',
  'manifest.webmanifest': '{ "start_url": "/duties/", "scope": "/duties/" }',
  'data/townships.json': '[]',
  'data/duties.json': '[]',
  'sw.js': '',
};

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'zip-'));
  for (const [path, content] of Object.entries(SITE)) put(path, content);
});
afterEach(() => rmSync(work, { recursive: true }));

function put(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(work, 'dist', path)), { recursive: true });
  writeFileSync(join(work, 'dist', path), content);
}

const COMMAND = 'node scripts/build-zip.ts --out "$OUT"';
const environment = (dist: string) => ({
  ...{ ...process.env, BASE_PATH: undefined },
  ...{ DIST_DIR: join(work, dist), OUT: join(work, 'handbook.zip') },
});

test('links are relative to the base path that the site was built with', () => {
  execFileSync('sh', ['-c', COMMAND], { env: environment('dist') });
  const files = unzipSync(readFileSync(join(work, 'handbook.zip')));
  const text = (path: string) => strFromU8(files[`handbook/${path}`] ?? new Uint8Array());
  expect(text('index.html')).toBe('<a href="townships/index.html">乡镇</a>');
  expect(text('townships/index.html')).toBe(
    '<link href="../_astro/page.css"><a href="../index.html">首页</a>',
  );
});

test('without a built site it says what to do', () => {
  const { status, stderr } = spawnSync('sh', ['-c', COMMAND], { env: environment('none'), encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toBe(`${join(work, 'none')} 里没有建好的网站，请先运行 npm run build\n`);
  expect(readdirSync(work)).toEqual(['dist']);
});

test('a zip that could not be written whole leaves the last one as it was', () => {
  put('data/large.bin', randomBytes(100_000));
  writeFileSync(join(work, 'handbook.zip'), 'the last one');
  const { status } = spawnSync('sh', ['-c', `ulimit -f 32 && ${COMMAND}`], { env: environment('dist') });
  expect(status).toBe(1);
  expect(readdirSync(work)).toEqual(['dist', 'handbook.zip']);
  expect(readFileSync(join(work, 'handbook.zip'), 'utf8')).toBe('the last one');
});
