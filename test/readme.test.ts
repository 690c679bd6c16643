import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FINDINGS } from '../src/extract/finding.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The rows of the table of findings: the codes in the first cell, then the level. */
const rows = [...readme.matchAll(/^\| (`.*?) *\| (error|warning) +\|/gm)].map(([, codes = '', level]) => ({
  codes: codes.replaceAll('`', '').split(', '),
  level,
}));

test.each(Object.entries(FINDINGS))('the README tells what %s means, and its level', (code, { level }) => {
  expect(rows.filter(({ codes }) => codes.includes(code)).map((row) => row.level)).toEqual([level]);
});

test('the README tells of no finding that there is not', () => {
  expect(rows.flatMap(({ codes }) => codes).filter((code) => !(code in FINDINGS))).toEqual([]);
});
