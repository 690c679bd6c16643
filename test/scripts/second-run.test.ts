/** `npm run content` after a document has changed: what it kept from the last run must not show in what it writes. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildContent } from '../../scripts/lib/content.ts';

const SEEDS = resolve(import.meta.dirname, '../../seeds');
const silent = { log: () => {}, error: () => {} };

const folder = mkdtempSync(join(tmpdir(), 'second-run-'));
const [seeds, content] = [join(folder, 'seeds'), join(folder, 'content')];
const documents = readdirSync(SEEDS).filter((name) => /^00[34]_.*txt$/.test(name));
const [first = ''] = documents;

beforeAll(() => {
  for (const name of documents) {
    cpSync(join(SEEDS, name), join(seeds, name));
    cpSync(
      join(SEEDS, 'errata', name.replace('txt', 'yaml')),
      join(seeds, 'errata', name.replace('txt', 'yaml')),
    );
  }
  expect(buildContent({ seeds, content }, silent)).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a run that asks no cache says of the content. */
const isAsFromNothing = (): boolean => buildContent({ seeds, content, check: true }, silent) === 0;
const read = (name: string): string => readFileSync(join(content, name), 'utf8');

/** Runs again with words of the first document replaced; what lay in the content folder before. */
function runWith(was: string, now: string): Record<string, string> {
  const before = Object.fromEntries(
    readdirSync(content, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, read(name)]),
  );
  const text = readFileSync(join(seeds, first), 'utf8');
  expect(text.split(was)).toHaveLength(2);
  writeFileSync(join(seeds, first), text.replace(was, now));
  expect(buildContent({ seeds, content }, silent)).toBe(0);
  return before;
}

test('a character of a text has changed', () => {
  const before = runWith('负责流浪犬的捕捉', '负责流浪犬的捕获');
  expect(Object.keys(before).filter((name) => read(name) !== before[name])).toEqual([
    'townships/652327202.json',
  ]);
  expect(isAsFromNothing()).toBe(true);
});

test('a duty has become another one, so that its counterparts change', () => {
  const before = runWith('老年人高龄津贴的发放管理', '人工影响天气作业');
  expect(read('counterparts.json')).not.toBe(before['counterparts.json']);
  expect(isAsFromNothing()).toBe(true);
});

test('nothing has changed', () => {
  const before = read('counterparts.json');
  expect(buildContent({ seeds, content }, silent)).toBe(0);
  expect(read('counterparts.json')).toBe(before);
  expect(isAsFromNothing()).toBe(true);
});
