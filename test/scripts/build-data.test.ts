/** The data step run as a command, twice into one folder: what it makes again, and that nothing is left of before. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pathsIn } from '../../src/build/files.ts';
import type { Township } from '../../src/domain/township.ts';

/** Of each of three townships the first duties of every list: their counterparts are among them. */
const TOWNSHIPS = ['653024100', '653123103', '654026101'];
const DUTIES = 12;

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'data-'));
  mkdirSync(join(work, 'content/townships'), { recursive: true });
  for (const file of ['departments.json', 'counterparts.json'])
    cpSync(join('content', file), join(work, 'content', file));
  for (const code of TOWNSHIPS) {
    const township: Township = JSON.parse(readFileSync(`content/townships/${code}.json`, 'utf8'));
    writeTownship({ ...township, duties: township.duties.filter(({ number }) => number <= DUTIES) });
  }
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const fileOf = (code: string) => join(work, 'content/townships', `${code}.json`);
const writeTownship = (township: Township) => writeFileSync(fileOf(township.code), JSON.stringify(township));

function change(code: string, edit: (township: Township) => void) {
  const township: Township = JSON.parse(readFileSync(fileOf(code), 'utf8'));
  edit(township);
  writeTownship(township);
}

/** Runs the step; the files that it left in the folder. */
function build(folder: string): Map<string, Buffer> {
  const dist = join(work, folder);
  const own = { CONTENT_DIR: join(work, 'content'), DIST_DIR: dist };
  execFileSync('node', ['scripts/build-data.ts'], { env: { ...process.env, ...own } });
  return new Map(pathsIn(dist).map((path) => [path, readFileSync(join(dist, path))]));
}

/** Files that were made from nothing have to be there, byte by byte, and no others. */
function expectSame(kept: Map<string, Buffer>, fresh: Map<string, Buffer>) {
  expect(kept.size).toBeGreaterThan(50);
  expect([...kept.keys()]).toEqual([...fresh.keys()]);
  for (const [path, bytes] of kept) expect(bytes.equals(fresh.get(path) ?? Buffer.of()), path).toBe(true);
}

test('after changes the data is, byte by byte, as if made from nothing', () => {
  build('dist');
  change('654026101', ({ duties: [first] }) => {
    if (first) first.name += '（试行）';
  });
  change('653024100', ({ preface }) => preface.push({ kind: 'paragraph', text: '另行通知', line: 9 }));
  change('653123103', ({ county }) => {
    county.name = '英吉沙市';
  });
  expectSame(build('dist'), build('fresh'));
});

test('what is no longer in the content leaves nothing behind', () => {
  build('dist');
  change('654026101', ({ duties }) => duties.pop());
  rmSync(fileOf('653123103'));
  const files = build('dist');
  expect([...files.keys()].filter((path) => path.includes('653123103'))).toEqual([]);
  expectSame(files, build('fresh'));
});

test('makes again only what a change is told in, and what somebody has touched', () => {
  build('dist');
  const changed = (path: string) => statSync(join(work, 'dist', path)).mtimeMs;
  const paths = ['654026101', '653024100'].map((code) => `data/townships/${code}.xlsx`);
  const [was, untouched] = paths.map(changed);
  const one = 'townships/653024100/basic/1.json';
  const bytes = readFileSync(join(work, 'dist', one));
  rmSync(join(work, 'dist', one));
  change('654026101', ({ preface }) => preface.push({ kind: 'paragraph', text: '另行通知', line: 9 }));
  expect(build('dist').get(one)).toEqual(bytes);
  expect(changed(paths[0] ?? '')).not.toBe(was);
  expect(changed(paths[1] ?? '')).toBe(untouched);
});
