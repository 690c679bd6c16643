/** What a build empties before it begins, run as a command. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

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

const begin = (dist: string) =>
  spawnSync('node', [resolve('scripts/begin-build.ts')], {
    cwd: project,
    env: { ...process.env, DIST_DIR: dist },
    encoding: 'utf8',
  });

test('does not empty a folder that the project is in', () => {
  const { status, stderr } = begin('..');
  expect([status, existsSync(project)]).toEqual([1, true]);
  expect(stderr).toContain('DIST_DIR');
});

test('empties the folder that a link leads to, and leaves the link', () => {
  mkdirSync(join(work, 'served'));
  writeFileSync(join(work, 'served/old.html'), '');
  symlinkSync(join(work, 'served'), join(work, 'dist'));
  expect(begin('../dist').status).toBe(0);
  expect(existsSync(join(work, 'served/old.html'))).toBe(false);
  expect(existsSync(join(work, 'dist'))).toBe(true);
});
