/** The sitemap of the built site's content, as a build with SITE_URL writes it. */
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { arrange } from '../../src/site/entries.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';
import { builtPages } from '../support/dist.ts';

/** For readers who are lost, or without a network. */
const LEFT_OUT = ['/404.html', '/offline/'];
const SITE_URL = 'https://handbook.example';

beforeAll(() => vi.stubEnv('SITE_URL', SITE_URL));
afterAll(() => vi.unstubAllEnvs());

it('has every page, and nothing else', async () => {
  const { sitemap } = await import('../../src/site/sitemap.ts');
  const $ = load(sitemap(arrange({ ...readContent(), ...readVocabulary() })), { xml: true });
  const found = $('url > loc').map((_, loc) => $(loc).text());
  const expected = builtPages().filter(({ path }) => !LEFT_OUT.includes(path));
  expect(expected.filter(({ path }) => path.endsWith('/differences/')).length).toBeGreaterThan(0);
  expect(found.get().toSorted()).toEqual(expected.map(({ path }) => SITE_URL + path).toSorted());
});
