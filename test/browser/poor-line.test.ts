/** A poor line, where every answer takes long: nothing done meanwhile is lost or done twice, and the page says that it waits. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticSite, serveSite } from '../support/static-site.ts';

let site: StaticSite;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveSite(process.env.DIST_DIR ?? 'dist');
  site.delay = 600;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
});
afterEach(() => page.context().close());

const words = (selector: string) => page.locator(selector).textContent();

test('what is typed on the search page before its script is there is searched', async () => {
  await page.goto(`${site.url}search/`, { waitUntil: 'commit' });
  await page.fill('#search-q', '高龄津贴');
  await expect.poll(() => words('#search-status')).toBe('正在搜索…');
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('高龄津贴');
});

test('more results come once, however often they are asked for', async () => {
  await page.goto(`${site.url}search/?q=工作`);
  const titles = page.locator('#search-results > li > a.title');
  await expect.poll(() => titles.count()).toBe(10);
  await page.locator('#search-more').dblclick();
  await expect.poll(() => titles.count()).toBeGreaterThan(10);
  await page.locator('#search-more:enabled').waitFor();
  const addresses = await titles.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses).toEqual([...new Set(addresses)]);
  expect(addresses).toHaveLength(20);
});

test('more results of a query that is no longer asked are not shown', async () => {
  const addresses = () =>
    page
      .locator('#search-results > li > a.title')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  await page.goto(`${site.url}search/?q=防溺水`); // from now on in the browser's cache, and sooner there than more of 工作
  await expect.poll(() => words('#search-status')).toMatch(/找到 2 项/);
  await page.goto(`${site.url}search/?q=工作`);
  await page.locator('#search-more').waitFor();
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#search-q');
    if (field) field.value = '防溺水';
    field?.dispatchEvent(new InputEvent('input'));
    document.querySelector<HTMLButtonElement>('#search-more')?.click();
  });
  await expect.poll(() => words('#search-status')).toMatch(/找到 2 项/);
  const found = await addresses();
  expect(found).toHaveLength(1);
  await page.waitForTimeout(3 * site.delay);
  expect(await addresses()).toEqual(found);
});

test('the box takes words at once, says that it waits and that it searches, and is one box', async () => {
  await page.goto(`${site.url}townships/654026101/cooperative/27/`);
  await page.keyboard.press('/');
  await page.keyboard.insertText('高龄');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('End');
  await page.keyboard.insertText('津贴');
  const field = page.locator('dialog[open] input');
  expect(await field.inputValue()).toBe('高龄津贴');
  expect(await field.getAttribute('aria-controls')).toBe(null); // nothing searches yet
  await expect.poll(() => words('dialog .search-status')).toBe('正在载入搜索…');
  await expect.poll(() => words('dialog .search-status')).toBe('正在搜索…');
  await expect.poll(() => words('dialog .search-status')).toMatch(/找到 \d+ 项/);
  await page.keyboard.press('ArrowDown');
  const active = page.locator('dialog [aria-selected="true"]');
  expect(await active.getAttribute('id')).toBe('search-option-0');
});

test('Enter before anything searches leads to the search page with what was typed', async () => {
  await page.goto(`${site.url}townships/654026101/cooperative/27/`);
  await page.keyboard.press('/');
  await page.keyboard.insertText('高龄津贴');
  await page.keyboard.press('Enter');
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
  expect(await page.inputValue('#search-q')).toBe('高龄津贴');
});

test('words that are being composed when the search arrives are searched when they stand', async () => {
  await page.goto(`${site.url}townships/654026101/cooperative/27/`);
  const client = await page.context().newCDPSession(page);
  await page.keyboard.press('/');
  await client.send('Input.imeSetComposition', { text: "gao'ling", selectionStart: 8, selectionEnd: 8 });
  await expect.poll(() => words('dialog .search-status')).toBe('正在载入搜索…');
  await page.locator('dialog [aria-controls]').waitFor();
  await page.waitForTimeout(2 * site.delay);
  expect(await words('dialog .search-status')).toBe('');
  await client.send('Input.insertText', { text: '高龄津贴' });
  await expect.poll(() => words('dialog .search-status')).toMatch(/找到 \d+ 项/);
  expect(await page.inputValue('dialog input')).toBe('高龄津贴');
});

test('a box that could not be loaded says so, and Enter leads to the search page', async () => {
  await page.goto(`${site.url}townships/654026101/cooperative/27/`);
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await page.keyboard.press('/');
  await page.keyboard.insertText('高龄津贴');
  await expect.poll(() => words('dialog .search-status')).toBe('搜索没有载入。按“搜索”到搜索页查找。');
  await page.context().setOffline(false);
  await page.keyboard.press('Enter');
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
});

test('a search that got no answer says so, and finds when there is one', async () => {
  await page.goto(`${site.url}search/?q=高龄津贴`);
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
  await page.context().setOffline(true);
  await page.fill('#search-q', '防溺水');
  await expect.poll(() => words('#search-status')).toBe('搜索没有成功，请检查网络后再试。');
  expect(await page.locator('#search-results > li').count()).toBe(0);
  await page.context().setOffline(false);
  await page.locator('#search-form button[type="submit"]').click();
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
  await page.locator('#search-results a', { hasText: '防溺水' }).first().waitFor();
});

/** From now on files of the index are there for those only who have asked for core.json anew. */
async function publish() {
  let known = false;
  await page.route('**/pagefind/**', (route) => (known ? route.fallback() : route.fulfill({ status: 404 })));
  await page.route('**/search/core.json', (route) => {
    known = true;
    return route.fallback();
  });
}

test('a new edition is searched from a search page that had the former one open', async () => {
  await page.goto(`${site.url}search/?q=高龄津贴`);
  await expect.poll(() => words('#search-status')).toMatch(/找到 \d+ 项/);
  await publish();
  await page.fill('#search-q', '防溺水');
  await page.locator('#search-results a', { hasText: '防溺水' }).first().waitFor();
  expect(await words('#search-status')).toMatch(/找到 \d+ 项/);
});

test('a new edition is searched from a box that had the former one open', async () => {
  await page.goto(`${site.url}townships/654026101/cooperative/27/`);
  await page.keyboard.press('/');
  await page.keyboard.insertText('高龄津贴');
  await expect.poll(() => words('dialog .search-status')).toMatch(/找到 \d+ 项/);
  await publish();
  await page.fill('dialog input', '宅基地');
  await page.locator('dialog [role="option"]', { hasText: '宅基地' }).first().waitFor();
  expect(await words('dialog .search-status')).toMatch(/找到 \d+ 项/);
});
