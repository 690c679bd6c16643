/** The documents that build speed is measured with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { changeOneCharacter, writeCorpus } from '../../bench/corpus.ts';
import { buildContent } from '../../scripts/lib/content.ts';
import type { Township } from '../../src/domain/township.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
const [seeds, content] = [join(folder, 'seeds'), join(folder, 'content')];
afterAll(() => rmSync(folder, { recursive: true }));

/** The duties of the one township, as the extraction reads them now. */
function duties(): Township['duties'] {
  expect(buildContent({ seeds, content }, { log: () => {}, error: () => {} })).toBe(0);
  const [file = ''] = readdirSync(join(content, 'townships'));
  return JSON.parse(readFileSync(join(content, 'townships', file), 'utf8')).duties;
}

test('one character changes in one duty, and nothing else', () => {
  writeCorpus(seeds, 1, ['6531']);
  const before = duties();
  changeOneCharacter(seeds, content);
  const after = duties();
  expect(after).toHaveLength(before.length);
  const changed = after.flatMap((duty, at) =>
    JSON.stringify(duty) === JSON.stringify(before[at])
      ? []
      : [[JSON.stringify(before[at]), JSON.stringify(duty)]],
  );
  expect(changed).toHaveLength(1);
  const [[was = '', now = ''] = []] = changed;
  expect([...now].filter((character, at) => character !== was[at])).toHaveLength(1);
});
