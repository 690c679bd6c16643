/** Two prefectures' sites, each built alone, and the portal that joins them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';

const PREFECTURES = [
  { code: '6531', name: '喀什地区' },
  { code: '6529', name: '阿克苏地区' },
];
const WORK = '.bench/portal';
const PUBLIC = `${WORK}/public`;

let browser: Browser;
let server: Served;

beforeAll(async () => {
  rmSync(WORK, { recursive: true, force: true });
  for (const { code } of PREFECTURES) buildSite(code);
  const sites = PREFECTURES.map(({ code, name }) => ({
    name,
    url: `/${code}/`,
    folder: join(PUBLIC, code),
  }));
  writeFileSync(`${WORK}/portal.yaml`, JSON.stringify(sites));
  const client = `${PUBLIC}/6531/pagefind/pagefind.js`;
  const args = ['--sites', `${WORK}/portal.yaml`, '--out', PUBLIC, '--pagefind', client];
  execFileSync('node', ['scripts/build-portal.ts', ...args]);
  browser = await launchBrowser();
  server = await serveFolder(PUBLIC);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

/** Two townships under the prefecture's own sub-path. */
function buildSite(code: string) {
  const seeds = `${WORK}/${code}/seeds`;
  mkdirSync(seeds, { recursive: true });
  writeCorpus(seeds, 2, [code]);
  const folders = { SEEDS_DIR: seeds, CONTENT_DIR: `${WORK}/${code}/content`, DIST_DIR: join(PUBLIC, code) };
  execFileSync('npm', ['run', 'build'], { env: { ...process.env, ...folders, BASE_PATH: `/${code}/` } });
}

const open = async (): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${server.url}/`);
  await page.locator('#in').selectOption('0');
  return page;
};

const indexLoads = (code: string): number =>
  server.sent.filter(({ path }) => path.startsWith(`/${code}/pagefind/`)).length;

async function search(page: Page, words: string): Promise<string[]> {
  await page.locator('#q').fill(words);
  await page.locator('#search button').click();
  return addresses(page);
}

/** The text of a built page. */
const textOf = (url: string): string =>
  readFileSync(join(PUBLIC, new URL(url, server.url).pathname, 'index.html'), 'utf8').replace(
    /<[^>]*>|\s/g,
    '',
  );

async function addresses(page: Page): Promise<string[]> {
  const links = page.locator('#found .results a');
  await links.first().waitFor();
  return links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
}

describe('portal', () => {
  test('leads to every site and to each of its townships', async () => {
    const page = await open();
    expect(await page.locator('main li').allTextContents()).toEqual(
      PREFECTURES.map(({ name }) => expect.stringMatching(`^${name}：2 个乡镇，\\d+ 项事项`)),
    );
    await page.locator('#township').fill('没有的名字');
    await page.locator('#townships', { hasText: '没有这样的乡镇' }).waitFor();
    await page.locator('#township').fill('喀什 镇');
    await page.locator('#townships a').first().click();
    await page.waitForURL(/\/65(31|29)\/townships\/\d{9}\/$/);
    expect(await page.locator('h1').textContent()).toContain('履职事项清单');
  });

  test('searches the chosen site alone, all of them when asked', async () => {
    const page = await open();
    server.sent.length = 0;
    const own = await search(page, '宅基地');
    expect(own.every((url) => url.includes('/6531/'))).toBe(true);
    expect(indexLoads('6529')).toBe(0);

    await page.locator('#everywhere').click();
    await page.locator('#found a[href*="/6529/"]').first().waitFor();
    const all = await addresses(page);
    expect(all.some((url) => url.includes('/6531/'))).toBe(true);
    expect(indexLoads('6529')).toBeGreaterThan(0);
    for (const url of [all.find((one) => one.includes('/6529/')), all[0]]) {
      await page.goto(new URL(url ?? '', server.url).href);
      expect(await page.locator('main').textContent()).toContain('宅基地');
    }
  });

  test('finds again after a failure, and tells of a site that gives no answer', async () => {
    const page = await open();
    await page.context().setOffline(true);
    await page.locator('#q').fill('宅基地');
    await page.locator('#search button').click();
    await page.locator('#found', { hasText: '没有成功' }).waitFor();
    await page.context().setOffline(false);
    expect((await search(page, '宅基地')).length).toBeGreaterThan(0);
    await page.route('**/6529/pagefind/**', (route) => route.abort());
    await page.locator('#everywhere').click();
    await page.locator('#found', { hasText: '没有取到阿克苏地区的内容' }).waitFor();
    expect((await addresses(page)).every((url) => url.includes('/6531/'))).toBe(true);
    expect(await page.locator('#status').textContent()).toMatch(/喀什地区：\d+ 项$/);
  });

  test('shows what the chosen site has while others keep it waiting, and where they fail', async () => {
    const page = await open();
    await search(page, '宅基地');
    await page.route('**/6529/pagefind/**', (route) =>
      route.request().url().endsWith('pagefind-entry.json') ? route.continue() : route.abort(),
    );
    await page.locator('#everywhere').click();
    await page.locator('#found', { hasText: '没有取到其他地方的内容' }).waitFor();
    expect((await addresses(page)).every((url) => url.includes('/6531/'))).toBe(true);

    const waiting = await open();
    await search(waiting, '宅基地');
    await waiting.route('**/6529/pagefind/**', () => {});
    await waiting.locator('#everywhere').click();
    await waiting.locator('#found', { hasText: '正在搜索其他地方' }).waitFor();
    expect((await addresses(waiting)).length).toBeGreaterThan(0);
    await waiting.locator('#found', { hasText: '没有取到阿克苏地区的内容' }).waitFor({ timeout: 25_000 });
  }, 60_000);

  test('does not count what it could not look for, and can be asked again', async () => {
    const page = await open();
    await search(page, '宅基地');
    await page.route('**/6531/pagefind/index/**', (route) => route.fulfill({ status: 404 }));
    await page.locator('#q').fill('消防');
    await page.locator('#search button').click();
    await page.locator('#status', { hasText: '没有成功' }).waitFor();
    await page.unrouteAll();
    const own = await search(page, '消防');
    expect(own.length).toBe(20);
    await page.route('**/6529/pagefind/index/**', (route) => route.abort());
    await page.locator('#everywhere').click();
    await page.locator('#status', { hasText: '没有取到其他地方的内容' }).waitFor();
    expect(await page.locator('#status').textContent()).toContain('喀什地区：');
    expect(await addresses(page)).toEqual(own);
  });

  test('names the guide of the chosen site only', async () => {
    const page = await open();
    await search(page, '三张清单');
    await page.locator('#everywhere').click();
    await page.locator('#status', { hasText: '2 个地方' }).waitFor();
    expect((await addresses(page)).filter((url) => !/\/(townships|departments)\//.test(url))).toEqual([
      expect.stringContaining('/6531/guide/'),
    ]);
  });

  test('its address asks: a search can be passed on, and is gone back to', async () => {
    const page = await open();
    await page.goto(`${server.url}/?q=宅基地&in=1`);
    expect((await addresses(page)).every((url) => url.includes('/6529/'))).toBe(true);
    await page.locator('#q').fill('防溺水');
    await page.locator('#search button').click();
    await page.locator('#found a', { hasText: '防溺水' }).first().waitFor();
    await page.goBack();
    await page.locator('#found a', { hasText: '宅基地' }).first().waitFor();
    expect(await page.locator('#q').inputValue()).toBe('宅基地');
  });

  test('says how many there are: exactly where all were read, however few are shown', async () => {
    const page = await open();
    const counted = async (words: string) => {
      const links = await search(page, words);
      return [links.length, await page.locator('#status').textContent()];
    };
    expect(await counted('消防')).toEqual([20, expect.stringMatching(/：(2[1-9]|3\d|40) 项，先列出 20 项$/)]);
    expect(await counted('管理')).toEqual([20, expect.stringMatching(/：约 \d{3} 项，先列出 20 项$/)]);
    const [few, said] = await counted('宅基地');
    expect(said).toMatch(new RegExp(`：${few} 项$`));
    expect(await page.locator('#more').isVisible()).toBe(false);
  });

  test('offers the rest until all are listed, each once, to the keyboard too', async () => {
    const page = await open();
    const more = page.locator('#more');
    await search(page, '消防');
    const total = Number(/：(\d+) 项/.exec((await page.locator('#status').textContent()) ?? '')?.[1]);
    expect(await more.textContent()).toBe(`再看 ${total - 20} 项（还有 ${total - 20} 项）`);
    await more.focus();
    await page.keyboard.press('Enter');
    await page.locator('#status', { hasText: new RegExp(`：${total} 项$`) }).waitFor();
    expect(await more.isVisible()).toBe(false);
    const listed = await addresses(page);
    expect([listed.length, new Set(listed).size]).toEqual([total, total]);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(focused).toBe(listed[20]);

    await search(page, '管理');
    await more.dblclick();
    await page.locator('#results li').nth(20).waitFor();
    const further = await addresses(page);
    expect([further.length, new Set(further).size]).toEqual([40, 40]);
    expect(await more.textContent()).toMatch(/^再看 20 项（约还有 \d+ 项）$/);
    while (await more.isVisible()) {
      const before = await page.locator('#results li').count();
      await more.click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('#results li').length !== count,
        before,
      );
    }
    const all = await addresses(page);
    expect(new Set(all).size).toBe(all.length);
    expect(await page.locator('#status').textContent()).toBe(`喀什地区：${all.length} 项`);
    for (const url of all) expect(textOf(url)).toContain('管理');
  });

  test('finds nothing where nothing is, and remembers the site chosen', async () => {
    const page = await open();
    await page.locator('#search button').click();
    expect(await page.locator('#q').evaluate((field: HTMLInputElement) => field.validity.valueMissing)).toBe(
      true,
    );
    expect(await page.locator('#status').textContent()).toBe('');
    await page.locator('#q').fill('量子计算机');
    await page.locator('#search button').click();
    await page.locator('#status', { hasText: '0 项' }).waitFor();
    await page.locator('#in').selectOption('1');
    await page.goto(`${server.url}/`);
    expect(await page.locator('#in').inputValue()).toBe('1');
  });
});

describe('two handbooks on one host', () => {
  test('each keeps its own township beside the other', { timeout: 120_000 }, async () => {
    const host = await serveFolder(PUBLIC);
    const page = await (await browser.newContext()).newPage();
    const townships = PREFECTURES.map(({ code }) => `${host.url}/${code}/townships/${townshipOf(code)}/`);
    for (const township of [...townships, ...townships]) await keep(page, township);
    const bases = new Set(await page.evaluate(keptBases));
    expect(bases).toEqual(new Set(PREFECTURES.map(({ code }) => code)));
    host.stop();
    for (const township of townships) {
      await page.goto(`${township}basic/1/`);
      expect(await page.locator('.kicker').textContent()).toContain('第 1 项');
      await page.goto(new URL('../../', township).href);
      expect(await page.locator('.mine a').getAttribute('href')).toBe(new URL(township).pathname);
    }
  });
});

/** Of each cache, below which base paths its addresses lie. */
async function keptBases(): Promise<string[]> {
  const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)));
  const kept = await Promise.all(caches.map((cache) => cache.keys()));
  return kept.map((all) => [...new Set(all.map(({ url }) => new URL(url).pathname.split('/')[1]))].join());
}

const townshipOf = (code: string): string =>
  JSON.parse(readFileSync(join(PUBLIC, code, 'data/townships.json'), 'utf8'))[0].code;

/** Makes it 我的乡镇, unless it is so already, and waits until all of it is on the device. */
async function keep(page: Page, township: string) {
  await page.goto(township);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const kept = page.getByText('已是我的乡镇，已保存');
  if ((await kept.count()) === 0) await page.click('.my-township .keep');
  await kept.waitFor({ timeout: 60_000 });
}
