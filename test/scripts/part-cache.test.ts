import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPartCache } from '../../scripts/lib/part-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the cache gives for an input, and whether it had to be made. */
async function ask(input: string) {
  let made = false;
  const value = await openPartCache(folder).get(input, async () => {
    made = true;
    return { input, words: new Uint8Array([1, 2, 3]) };
  });
  return { value, made };
}

const files = () => readdirSync(folder).map((name) => join(folder, name));

test('gives what was made of the same input, bytes too', async () => {
  const first = await ask('a');
  const second = await ask('a');
  expect([first.made, second.made, (await ask('b')).made]).toEqual([true, false, true]);
  expect(second.value).toEqual({ input: 'a', words: new Uint8Array([1, 2, 3]) });
});

test('makes anew what was cut short', async () => {
  await ask('a');
  for (const file of files()) writeFileSync(file, readFileSync(file).subarray(0, 9));
  expect((await ask('a')).made).toBe(true);
  expect((await ask('a')).made).toBe(false);
});

test('drops what was longest out of use, and nothing that was asked for', async () => {
  await ask('old');
  for (const file of files()) utimesSync(file, 1, 1);
  await ask('new');
  const cache = openPartCache(folder);
  cache.prune(1_000_000);
  expect(files().length).toBe(2);
  await cache.get('old', async () => null);
  cache.prune(1);
  expect(files().length).toBe(1);
  expect([(await ask('old')).made, (await ask('new')).made]).toEqual([false, true]);
});
