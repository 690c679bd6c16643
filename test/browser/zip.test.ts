/** The zip of the site, unpacked into a folder and read from file:// in Chromium. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
const address = (path: string) => pathToFileURL(join(folder, 'handbook', path)).href;
/** What a page could not load. */
const failed: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const zips = ['a.zip', 'b.zip'].map((name) => join(folder, name));
  for (const zip of zips) execFileSync('node', ['scripts/build-zip.ts', '--out', zip]);
  const [first, second] = zips.map((zip) => readFileSync(zip));
  if (!first || !second?.equals(first)) throw new Error('two zips of one site differ');
  for (const [path, bytes] of Object.entries(unzipSync(first))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  browser = await launchBrowser();
  page = await browser.newPage();
  page.on('requestfailed', (request) => {
    // A page that is left breaks off what it was still fetching.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });
  page.on('pageerror', (error) => failed.push(error.message));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
}, 60_000);

/** Clicks a link and waits until the whole of its page is there. */
async function follow(link: string, url: string) {
  await page.click(link);
  await page.waitForURL(url);
}

test('reads from a folder: lists, duties, departments, comparison, by links alone', async () => {
  await page.goto(address('index.html'));
  await follow('main a[href*="townships/654026101/"]', '**/townships/654026101/index.html');
  expect(await page.locator('table.list.cooperative tbody tr').count()).toBe(127);
  await follow('#cooperative-27 a', '**/cooperative/27/index.html');
  expect(await page.locator('h1').textContent()).toBe('防溺水工作');
  expect(
    await page.evaluate(() => getComputedStyle(document.querySelector('.skip') as Element).position),
  ).toBe('absolute');
  await follow('.answer a[href*="departments/"]', '**/departments/**');
  expect(await page.locator('h1').textContent()).toContain('教育局');
  await follow('header.site a[data-search]', '**/search/index.html');
  await page.goto(address('compare/index.html'));
  expect(await page.locator('table.matrix tbody tr').count()).toBeGreaterThan(100);
  expect(failed).toEqual([]);
});

test('no link of any page leads to a folder, where browsers list files', () => {
  const pages = globSync('handbook/**/*.html', { cwd: folder });
  const links = pages.flatMap((path) =>
    [...readFileSync(join(folder, path), 'utf8').matchAll(/ (?:href|action)="([^"]*\/)(?:[?#][^"]*)?"/g)].map(
      ([, link = '']) => `${path}: ${link}`,
    ),
  );
  expect(pages.length).toBeGreaterThan(1000);
  expect(links.filter((link) => !/: https?:/.test(link))).toEqual([]);
});

test('scripts help as on the site', async () => {
  await page.goto(address('townships/654026101/index.html'));
  expect(await page.locator('button.my-township').count()).toBe(0);
  await page.click('button.large-type');
  expect(await page.locator('html.large').count()).toBe(1);
  expect(failed).toEqual([]);
});

test('searches the words as typed, and says so', async () => {
  await page.goto(address('index.html'));
  await page.fill('#home-q', '防溺水');
  await page.press('#home-q', 'Enter');
  await page.locator('#search-results a', { hasText: '防溺水工作' }).first().waitFor();
  expect(await page.locator('#search-notice').textContent()).toContain('下载的副本');
  await page.fill('#search-q', '局1.县'); // the end of one column and the beginning of the next
  await page.locator('#search-status', { hasText: '找到 0 项' }).waitFor();
  await page.fill('#search-q', '防溺水工作 喀夏加尔镇');
  await follow('#search-results a:has-text("防溺水工作")', '**/654026101/cooperative/27/index.html*');
  await page.goBack();
  await page.locator('#search-results a', { hasText: '防溺水工作' }).first().waitFor();
  expect(await page.inputValue('#search-q')).toBe('防溺水工作 喀夏加尔镇');
  expect(failed).toEqual([]);
});

test('lists all that was found, some at a time', async () => {
  await page.goto(address('search/index.html'));
  await page.fill('#search-q', '安全');
  const items = page.locator('#search-results > li');
  await expect.poll(() => items.count()).toBe(100);
  const found = Number(/\d+/.exec((await page.textContent('#search-status')) ?? '')?.[0]);
  expect(found).toBeGreaterThan(100);
  const more = page.locator('#search-more');
  while (await more.isVisible()) await more.click();
  expect(await items.count()).toBe(found);
});
