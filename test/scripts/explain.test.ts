/** `--explain FILE:LINE`, on the seeds. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buildContent } from '../../scripts/lib/content.ts';

const SEEDS = resolve(import.meta.dirname, '../../seeds');
/** Stays empty: nothing is written. */
const content = join(mkdtempSync(join(tmpdir(), 'content-')), 'content');

function run(explain: string | undefined, seeds = SEEDS) {
  const [out, err]: [string[], string[]] = [[], []];
  const print = { log: (line: string) => out.push(line), error: (line: string) => err.push(line) };
  return { code: buildContent({ seeds, content, explain }, print), out, err };
}

test('shows what each stage made of a line, by the name or the beginning of the name of its file', () => {
  const { code, out, err } = run('003:242');
  expect([code, err]).toEqual([0, []]);
  expect(out[0]).toMatch(/^原文 {6}\d+\t.*吉木萨尔县文化体育广播电视台和旅游局/);
  expect(out[1]).toMatch(/^勘误后 {4}\d+\t.*吉木萨尔县文化体育广播电视和旅游局/);
  expect(out[2]).toBe('归入      row');
  expect(out[3]).toMatch(/^行 {8}配合履职事项第 \d+ 项，第 242–242 行/);
  expect(out).toContain('部门      吉木萨尔县文化体育广播电视和旅游局 → 吉木萨尔县文化体育广播电视和旅游局');
  expect(run('seeds/003_863cdd13cc0d7d84.txt:242').out).toEqual(out);
});

test('tells the findings of a line', () => {
  expect(run('002:3').out.at(-1)).toBe('结论      [restricted-mark] 封面标有“内部”');
});

test.each([
  ['003:363', '003_863cdd13cc0d7d84.txt 没有第 363 行（共 362 行）'],
  ['003:0', '003_863cdd13cc0d7d84.txt 没有第 0 行（共 362 行）'],
  ['003:abc', '用法：--explain 文件名:行号（没有 003:abc）'],
  ['003', '用法：--explain 文件名:行号（没有 003）'],
  [':12', '用法：--explain 文件名:行号（没有 :12）'],
  ['', '用法：--explain 文件名:行号（没有 ）'],
  ['009:12', '用法：--explain 文件名:行号（没有 009:12）'],
])('fails where there is no such place: %s', (place, message) => {
  expect(run(place)).toEqual({ code: 1, out: [], err: [message] });
});

test.each(['manifest.yaml', 'nowhere'])('fails where the seeds are no folder: %s', (name) => {
  const path = join(SEEDS, name);
  expect(run(undefined, path)).toEqual({ code: 1, out: [], err: [`没有文件夹 ${path}`] });
});
