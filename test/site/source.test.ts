/** The page of a document's lines: each stands beside the duty that it became. */
import { expect, test } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { Township } from '../../src/domain/township.ts';
import { arrange } from '../../src/site/entries.ts';
import { readSeed } from '../../src/site/seed.ts';
import { sourceView } from '../../src/site/views/source.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';

const content = readContent();
const township = content.townships.find(({ code }) => code === '654002203') as Township;

/** The duty that the page names beside the first line of this one. */
function ownerOf(duty: Duty, duties: Duty[]): string | undefined {
  const townships = [{ ...township, duties }];
  const book = arrange({ ...content, ...readVocabulary(), townships, counterparts: [] });
  const view = sourceView(township, readSeed(township.seed.file), book);
  const [line] = duty.source.lines;
  return view.blocks.find(({ lines }) => lines.some(({ number }) => number === line))?.duty?.text;
}

test('a line at which another duty was restored stays beside the duty that it holds', () => {
  const [first, second] = township.duties as [Duty, Duty];
  const restored = { ...second, source: first.source };
  expect(ownerOf(first, [first, restored])).toBe(ownerOf(first, [first]));
});
