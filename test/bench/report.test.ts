/** The tables of build speed. */
import { expect, test } from 'vitest';
import { report } from '../../bench/report.ts';

const cost = (user: number, system: number) => ({ seconds: 2, user, system, memory: 100 });
const cells = (text: string, name: string): string[][] =>
  text
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .filter((row) => row[0] === name);

const text = report([
  {
    townships: 5,
    duties: 1000,
    first: { extraction: cost(3, 1), pages: cost(5, 1) },
    second: { extraction: cost(1, 1), pages: cost(2, 1) },
    yardsticks: { hugo: cost(2, 1), 'astro, empty': cost(1, 0.5) },
    outputs: { site: { files: 7, bytes: 2e6 } },
    query: null,
    kinds: {},
    largest: [],
  },
]);

test('a build is compared with Hugo by user and system time together', () => {
  expect(cells(text, 'pages')[0]).toEqual([
    'pages',
    '2.0',
    '500',
    '6.0',
    '1.0',
    '6.00',
    '2.00',
    '100',
    '',
    '',
  ]);
  expect(cells(text, 'astro, empty')[0]?.[6]).toBe('0.50');
  expect(cells(text, '**whole**')[0]).toEqual([
    '**whole**',
    '4.0',
    '250',
    '10.0',
    '2.0',
    '10.00',
    '',
    '100',
    '7',
    '2.0',
  ]);
});

test('a second build is compared with the first, step by step', () => {
  expect(cells(text, 'extraction')[1]).toEqual(['extraction', '2.0', '2.0', '1.0', '0.50']);
  expect(cells(text, '**whole**')[1]).toEqual(['**whole**', '4.0', '5.0', '2.0', '0.50']);
});
