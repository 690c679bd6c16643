import { describe, expect, test } from 'vitest';
import { relativeAddress, relativePage } from '../../src/offline/relative.ts';

const place = { path: 'townships/654026101/index.html', base: '/handbook/' };

describe('relativeAddress', () => {
  test.each([
    ['/handbook/', '../../index.html'],
    ['/handbook/townships/', '../../townships/index.html'],
    ['/handbook/townships/654026101/#basic-1', '../../townships/654026101/index.html#basic-1'],
    ['/handbook/search/?q=x', '../../search/index.html?q=x'],
    ['/handbook/data/duties.csv', '../../data/duties.csv'],
    ['/elsewhere/', '/elsewhere/'],
    ['../search/', '../search/index.html'],
    ['../search/?q=x', '../search/index.html?q=x'],
    ['./a.svg', './a.svg'],
  ])('%s', (address, expected) => {
    expect(relativeAddress(address, place)).toBe(expected);
  });
});

test('a page loses what only a server can keep, and its modules become classic scripts', () => {
  const html =
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'"><link rel="manifest" href="/handbook/m"><link rel="modulepreload" href="/handbook/s.js">' +
    '<script type="module" src="/handbook/_astro/a.js"></script><button aria-keyshortcuts="/ Control+K"><a href="../search/">';
  const scripts = new Map([['/handbook/_astro/a.js', ['/handbook/_astro/a.js']]]);
  expect(relativePage(html, place, scripts)).toBe(
    '<script defer src="../../_astro/a.js"></script><button aria-keyshortcuts="/ Control+K"><a href="../search/index.html">',
  );
});
