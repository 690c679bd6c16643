import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPack, pack } from '../../src/offline/pack.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('files come out of a pack as they went in', async () => {
  const files = new Map([
    ['pagefind/index/a', bytes('甲')],
    ['pagefind/index/空', bytes('')],
    ['pagefind/table/b', bytes('第二个文件')],
  ]);
  const find = await openPack(new Blob([gzipSync(pack(files))]));
  for (const [path, content] of files)
    expect(new Uint8Array((await find(path)?.arrayBuffer()) ?? new ArrayBuffer(1)), path).toEqual(content);
  expect(find('pagefind/index/c')).toBeUndefined();
});

test('half a pack is none', async () => {
  const whole = gzipSync(pack(new Map([['a', bytes('甲')]])));
  await expect(openPack(new Blob([whole.subarray(0, 20)]))).rejects.toThrow();
  await expect(openPack(new Blob(['<!doctype html>']))).rejects.toThrow();
});
