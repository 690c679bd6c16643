import { expect, test } from 'vitest';
import { pagesOfTownships, planOf } from '../../src/offline/plan.ts';

const paths = [
  ...[
    'index.html',
    'about/index.html',
    'search/index.html',
    'search/search.js',
    'search/core.json',
    'icon.svg',
  ],
  ...['_astro/page.css', '_astro/page.js', 'pagefind/index/a.pf_index', 'data/duties.csv'],
  ...['townships/index.html', 'townships/654026101/index.html', 'townships/654026101/basic/1.json'],
  ...['townships/654026101/basic/1/index.html', 'townships/653024100/index.html'],
];

test('the shell is the ways in, styles and scripts', () => {
  const shell = ['', 'search/', 'search/search.js', 'icon.svg', '_astro/page.css', '_astro/page.js'];
  expect(planOf(paths, '/handbook/', 'v')).toEqual({
    version: 'v',
    base: '/handbook/',
    shell: [...shell, 'townships/'].map((path) => `/handbook/${path}`),
  });
});

test('a township has its own pages and no other file', () => {
  expect(Object.fromEntries(pagesOfTownships(paths))).toEqual({
    654026101: ['townships/654026101/index.html', 'townships/654026101/basic/1/index.html'],
    653024100: ['townships/653024100/index.html'],
  });
});
