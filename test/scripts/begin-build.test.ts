/** What a build empties before it begins, and what it leaves alone, run as a command. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathsIn } from '../../src/build/files.ts';
import { manifest } from '../../src/site/manifest.ts';

let work = '';
let project = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'begin-'));
  project = join(work, 'project');
  mkdirSync(project);
  for (const name of ['src', 'scripts', 'public', 'content', 'astro.config.mjs', 'package-lock.json'])
    symlinkSync(resolve(name), join(project, name));
});
afterEach(() => rmSync(work, { recursive: true }));

/** Runs the command in the project; what it printed to stderr, and its exit code. */
function begin(dist: string, variables = {}): [status: number | null, errors: string] {
  const { status, stderr } = spawnSync('node', [resolve('scripts/begin-build.ts')], {
    cwd: project,
    env: { ...process.env, ...variables, DIST_DIR: dist },
    encoding: 'utf8',
  });
  return [status, stderr];
}

/** Writes a file below the folder of the test. */
function write(path: string, content = '') {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), content);
}

const begun: ReturnType<typeof begin> = [0, ''];
const refused = (dist: string): ReturnType<typeof begin> => [
  1,
  `DIST_DIR（${dist}）不是空文件夹，也不是本项目生成的网站，不能清空，请换一个文件夹\n`,
];

test.each(['example.org', 'https://owner.github.io/repository/'])('SITE_URL=%s is refused', (SITE_URL) => {
  write('dist/index.html');
  const [status, errors] = begin('../dist', { SITE_URL });
  expect(status).toBe(1);
  expect(errors).toContain(
    `SITE_URL（${SITE_URL}）应是协议加域名，如 https://example.org；域名之后的路径写在 BASE_PATH`,
  );
  expect(readdirSync(join(work, 'dist'))).toEqual(['index.html']);
});

describe('leaves as it is', () => {
  test('a folder that the project is in', () => {
    expect(begin('..')).toEqual([1, 'DIST_DIR（..）里有本项目，不能清空，请换一个文件夹\n']);
    expect(begin('.')).toEqual([1, 'DIST_DIR（.）里有本项目，不能清空，请换一个文件夹\n']);
    expect(existsSync(join(project, 'src'))).toBe(true);
  });

  test.each(['seeds', 'src', '.git'])('%s of the project', (name) => {
    rmSync(join(project, name), { force: true }); // the link to the real one
    write(`project/${name}/file`);
    expect(begin(name)).toEqual(refused(name));
    expect(readdirSync(join(project, name))).toEqual(['file']);
  });

  test("somebody else's site, a manifest of its own included", () => {
    write('www/index.html');
    write('www/manifest.webmanifest', '{"name":"博客"}');
    expect(begin('../www')).toEqual(refused('../www'));
    expect(readdirSync(join(work, 'www'))).toEqual(['index.html', 'manifest.webmanifest']);
  });

  test('a folder that was ours and holds something else now', () => {
    expect(begin('../www')).toEqual(begun);
    rmSync(join(work, 'www'), { recursive: true });
    write('www/index.html');
    expect(begin('../www')).toEqual(refused('../www'));
  });

  test('a file', () => {
    write('www');
    expect(begin('../www')).toEqual(refused('../www'));
  });
});

describe('empties', () => {
  test('a site of ours, its notes lost', () => {
    write('dist/manifest.webmanifest', JSON.stringify(manifest(), null, 2));
    write('dist/townships/654026101/index.html');
    expect(begin('../dist')).toEqual(begun);
    expect(pathsIn(join(work, 'dist'))).toEqual(['manifest.webmanifest']);
  });

  test('what a first build left that broke off, its notes lost', () => {
    expect(begin('../dist')).toEqual(begun);
    write('dist/data/duties.json');
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(begin('../dist')).toEqual(begun);
    expect(existsSync(join(work, 'dist/data'))).toBe(false);
  });

  test('the folder that a link leads to, and leaves the link', () => {
    mkdirSync(join(work, 'served'));
    symlinkSync(join(work, 'served'), join(work, 'dist'));
    expect(begin('../dist')).toEqual(begun);
    write('served/old.html');
    rmSync(join(project, 'node_modules'), { recursive: true });
    expect(begin('../dist')).toEqual(begun);
    expect(existsSync(join(work, 'served/old.html'))).toBe(false);
    expect(existsSync(join(work, 'dist'))).toBe(true);
  });
});
