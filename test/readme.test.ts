import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FINDINGS } from '../src/extract/finding.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each(Object.entries(FINDINGS))('the README tells what %s means, and its level', (code, { level }) => {
  const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
  expect(row?.split('|')[2]?.trim()).toBe(level);
});
