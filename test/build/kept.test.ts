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

/** By this file a site is known as ours. */
const SIGN = 'manifest.webmanifest';

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

test('makes all again under another environment, and removes what it made before, nothing else', () => {
  run({ a: '1', b: '1' });
  writeFileSync(join(dist, 'stray'), '');
  inAnotherEnvironment(() => expect(run({ a: '1', c: '1' })).toEqual(['a', 'c']));
  expect(readdirSync(dist)).toEqual(['a', 'c', SIGN, 'stray']);
  expect(run({ a: '1' })).toEqual(['a']);
  expect(readdirSync(dist)).toEqual(['a', SIGN, 'stray']);
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
    expect(begun()).toEqual(['a', SIGN]);
  });

  test('with an empty folder where a site was made otherwise', () => {
    run({ a: '1' });
    expect(begun()).toEqual([SIGN]);
    run({ a: '1' });
    inAnotherEnvironment(() => expect(begun()).toEqual([SIGN]));
  });

  test('with an empty folder after a build that broke off: what it wrote is noted nowhere', () => {
    beginSite(dist);
    run({ a: '1' });
    openKept('test', dist).has(['withdrawn'], '1');
    writeFileSync(join(dist, 'withdrawn'), '1');
    expect(begun()).toEqual([SIGN]);
    expect(run({ a: '1' })).toEqual(['a']);
    expect(begun()).toEqual(['a', SIGN]);
  });

  test('with an empty folder also where a step that broke off was run again meanwhile', () => {
    beginSite(dist);
    run({ a: '1' });
    openKept('test', dist).has(['withdrawn'], '1');
    writeFileSync(join(dist, 'withdrawn'), '1');
    run({ a: '1' });
    expect(begun()).toEqual([SIGN]);
  });
});

test('writes nothing into a folder that is not a site of ours', () => {
  writeFileSync(join(dist, 'stray'), '');
  expect(() => run({ a: '1' })).toThrow('DIST_DIR');
  expect(() => beginSite(dist)).toThrow('DIST_DIR');
  expect(readdirSync(dist)).toEqual(['stray']);
});

function inAnotherEnvironment(act: () => void) {
  const before = process.env.SITE_URL;
  process.env.SITE_URL = 'https://another.example';
  act();
  if (before === undefined) delete process.env.SITE_URL;
  else process.env.SITE_URL = before;
}
