import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openExtractionCache } from '../../scripts/lib/extraction-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads a document again only where it, what is decided about it, or the vocabulary has changed', () => {
  const document = join(folder, 'one.txt');
  let times = 0;
  const read = (text: string, aids: string) =>
    openExtractionCache(folder).get(document, [text, aids], () => {
      times += 1;
      return { text, aids };
    });
  expect([read('甲', ''), read('甲', ''), times]).toEqual([
    { text: '甲', aids: '' },
    { text: '甲', aids: '' },
    1,
  ]);
  expect([read('甲', '乙'), times]).toEqual([{ text: '甲', aids: '乙' }, 2]);
  expect([read('丙', '乙'), times]).toEqual([{ text: '丙', aids: '乙' }, 3]);
  writeFileSync(join(folder, 'departments.yaml'), '[]');
  read('丙', '乙');
  expect(times).toBe(4);
});
