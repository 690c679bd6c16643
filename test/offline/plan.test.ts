import { expect, test } from 'vitest';
import { keepLists, packOf, planOf } from '../../src/offline/plan.ts';

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
  ...['townships/654026101/index.html', 'townships/654026101/basic/1.json'],
  ...['townships/654026101/basic/1/index.html', 'townships/653024100/index.html'],
];
const files = paths.map((path) => ({ path, bytes: 1000 }));

test('the shell is the ways in, styles and scripts', () => {
  expect(planOf(files, '/handbook/', 'v')).toEqual({
    version: 'v',
    base: '/handbook/',
    shell: ['', 'search/', 'search/search.js', 'icon.svg', '_astro/page.css', '_astro/page.js'].map(
      (path) => `/handbook/${path}`,
    ),
  });
});

test('each township has a list of its own pages, and search one of its files', () => {
  expect(Object.fromEntries(keepLists(files, '/'))).toEqual({
    'offline/654026101.json': ['/townships/654026101/', '/townships/654026101/basic/1/'],
    'offline/653024100.json': ['/townships/653024100/'],
    'offline/search.json': ['/search/', '/search/search.js', '/search/core.json', '/offline/search.pack'],
  });
});

test('the index is packed whole', () => {
  expect(packOf(files)).toEqual(['pagefind/index/a.pf_index']);
});

test('a large search index is not kept whole', () => {
  const large = [...files, { path: 'pagefind/index/b.pf_index', bytes: 20_000_000 }];
  expect(keepLists(large, '/').get('offline/search.json')).toEqual([]);
  expect(packOf(large)).toEqual([]);
});
