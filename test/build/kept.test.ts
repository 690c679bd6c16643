/** What is kept between builds, on a folder of three files. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginSite, openKept } from '../../src/build/kept.ts';

let dist = '';
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

/** Runs a step that writes each file's input as its text; the paths of those that it had to write. */
function run(files: Record<string, string>): string[] {
  const kept = openKept('test', dist);
  const made = Object.entries(files).filter(([path, input]) => !kept.has([path], input));
  for (const [path, input] of made) writeFileSync(join(dist, path), input);
  kept.close();
  return made.map(([path]) => path);
}

test('makes a file again where its input has changed, and no other', () => {
  expect(run({ a: '1', b: '1' })).toEqual(['a', 'b']);
  expect(run({ a: '1', b: '2' })).toEqual(['b']);
  expect(run({ a: '1', b: '2' })).toEqual([]);
});

test('removes a file that is no longer asked for', () => {
  run({ a: '1', b: '1' });
  run({ a: '1' });
  expect(existsSync(join(dist, 'b'))).toBe(false);
  expect(readFileSync(join(dist, 'a'), 'utf8')).toBe('1');
});

test('makes a file again that is gone, or that somebody has touched', () => {
  run({ a: '1', b: '1', c: '1' });
  rmSync(join(dist, 'a'));
  utimesSync(join(dist, 'b'), 1, 1);
  expect(run({ a: '1', b: '1', c: '1' })).toEqual(['a', 'b']);
});

test('makes all again under another environment, and removes nothing that it has not made', () => {
  run({ a: '1', b: '1' });
  inAnotherEnvironment(() => expect(run({ a: '1' })).toEqual(['a']));
  expect(existsSync(join(dist, 'b'))).toBe(true);
});

test('a step that breaks off leaves nothing that passes for made', () => {
  run({ a: '1' });
  const kept = openKept('test', dist);
  expect(kept.has(['a'], '2')).toBe(false);
  writeFileSync(join(dist, 'a'), '2, half');
  expect(run({ a: '1' })).toEqual(['a']);
});

describe('a build begins', () => {
  const begun = (): string[] => {
    beginSite(dist);
    return readdirSync(dist);
  };

  test('with what a finished build left', () => {
    beginSite(dist);
    run({ a: '1' });
    expect(begun()).toEqual(['a']);
  });

  test('with an empty folder where nobody knows what lies there, or where it was made otherwise', () => {
    writeFileSync(join(dist, 'stray'), '');
    expect(begun()).toEqual([]);
    run({ a: '1' });
    inAnotherEnvironment(() => expect(begun()).toEqual([]));
  });

  test('with an empty folder after a build that broke off: what it wrote is noted nowhere', () => {
    beginSite(dist);
    run({ a: '1' });
    openKept('test', dist).has(['withdrawn'], '1');
    writeFileSync(join(dist, 'withdrawn'), '1');
    expect(begun()).toEqual([]);
    expect(run({ a: '1' })).toEqual(['a']);
    expect(begun()).toEqual(['a']);
  });
});

function inAnotherEnvironment(act: () => void) {
  const before = process.env.SITE_URL;
  process.env.SITE_URL = 'https://another.example';
  act();
  if (before === undefined) delete process.env.SITE_URL;
  else process.env.SITE_URL = before;
}
