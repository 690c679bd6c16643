import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeIndex } from '../../scripts/lib/write-index.ts';
import { unpack } from '../../src/search/build/pack.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PACKED = 'index/a.pf_index';
const PLAIN = 'pagefind.js';
const path = (name: string) => join(folder, name);
const write = (packed: Record<string, string>, plain: Record<string, string>) =>
  writeIndex(folder, filesOf(packed), filesOf(plain));
const filesOf = (texts: Record<string, string>) =>
  Object.entries(texts).map(([name, text]) => ({ path: name, content: Buffer.from(text) }));
const textOf = (name: string) => Buffer.from(unpack(readFileSync(path(name)))).toString();

test('packs what is to be packed, and writes nothing that lies there', () => {
  write({ [PACKED]: '1' }, { [PLAIN]: '1' });
  expect([textOf(PACKED), readFileSync(path(PLAIN), 'utf8')]).toEqual(['1', '1']);
  for (const name of [PACKED, PLAIN]) utimesSync(path(name), 1, 1);
  write({ [PACKED]: '1' }, { [PLAIN]: '1' });
  expect([PACKED, PLAIN].map((name) => statSync(path(name)).mtimeMs)).toEqual([1000, 1000]);
  write({ [PACKED]: '1' }, { [PLAIN]: '2' });
  expect(readFileSync(path(PLAIN), 'utf8')).toBe('2');
});

test('writes again what somebody has cut short or changed', () => {
  write({ [PACKED]: '1', b: '2' }, {});
  writeFileSync(path(PACKED), readFileSync(path(PACKED)).subarray(0, 9));
  writeFileSync(path('b'), readFileSync(path(PACKED)));
  write({ [PACKED]: '1', b: '2' }, {});
  expect([PACKED, 'b'].map(textOf)).toEqual(['1', '2']);
});

test('removes what is no part of the index', () => {
  write({ [PACKED]: '1', 'index/b.pf_index': '1' }, { [PLAIN]: '1' });
  write({ [PACKED]: '1' }, {});
  expect(['index/b.pf_index', PLAIN, PACKED].map((name) => existsSync(path(name)))).toEqual([
    false,
    false,
    true,
  ]);
});

test('fails where two files have one name', () => {
  expect(() => writeIndex(folder, filesOf({ a: '1' }), filesOf({ a: '2' }))).toThrow('the same name');
});
