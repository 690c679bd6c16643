/** Reading without a network, in Chromium, below a sub-path and under the site's policy. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { DIST } from '../support/dist.ts';
import { type FlakySite, place, serveFlaky } from '../support/flaky-site.ts';

const BASE = '/handbook/';
const FILES = `${BASE} files`;
const TOWNSHIP = 'townships/654026101/';
const DUTY = `${TOWNSHIP}cooperative/27/`;
const OTHER = 'townships/653024100/basic/1/';

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
const editions = ['first', 'second'].map((name) => join(folder, name));
let browser: Browser;
let site: FlakySite;

/** Two editions of the site; the second words one page anew, in as many bytes. */
beforeAll(async () => {
  const [first = '', second = ''] = editions;
  for (const edition of editions) cpSync(DIST, edition, { recursive: true });
  const page = join(second, DUTY, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('防溺水工作', '防溺水任务'));
  for (const edition of [first, second]) {
    place(edition, BASE);
    const env = { ...process.env, DIST_DIR: edition, BASE_PATH: BASE };
    execFileSync('node', ['scripts/build-offline.ts'], { env });
  }
  browser = await launchBrowser();
  site = await serveFlaky(first, BASE);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

/** A new reader; the worker has taken over when the version stands in the footer. */
async function visit(path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url + path);
  await versionOf(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

async function versionOf(page: Page): Promise<string> {
  const line = page.locator('footer .offline');
  await line.waitFor({ state: 'visible' });
  return (await line.textContent())?.match(/[0-9a-f]{8}$/)?.[0] ?? '';
}

/** The host answers no more, and the device knows that it is without a network. */
async function network(page: Page, online: boolean): Promise<void> {
  site.online = online;
  await page.context().setOffline(!online);
}

/** The next reader finds the first edition, and a network. */
afterEach(async () => {
  site.online = true;
  site.lost.clear();
  site.broken = false;
  site.silent = false;
  site.folder = editions[0] ?? '';
  for (const context of browser.contexts()) await context.close();
});

const isKept = async (page: Page, path: string): Promise<boolean> =>
  page.evaluate(
    async ([name, address]) => Boolean(await (await caches.open(name ?? '')).match(address ?? '')),
    [`${BASE} pages-${await versionOf(page)}`, site.url + path],
  );

const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

const keptIn = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url), name);

/** All of the township is on the device. */
async function keepTownship(page: Page): Promise<void> {
  await page.click('.my-township .keep');
  await says(page, '已是我的乡镇，已保存，可离线阅读。');
}

const says = (page: Page, words: string): Promise<void> =>
  page.locator('.my-township [role=status]', { hasText: words }).waitFor();

const offers = (page: Page): Promise<string> =>
  page.locator('.my-township .keep').evaluate((button) => button.textContent ?? '');

const heightOf = (page: Page): Promise<number> =>
  page.locator('.my-township').evaluate((place) => place.getBoundingClientRect().height);

/** The packs of townships that are kept. */
const packsIn = async (page: Page): Promise<string[]> =>
  (await keptIn(page, `${BASE} pages-${await versionOf(page)}`)).filter((url) => url.endsWith('.pack'));

async function finds(page: Page, words: string, title: string): Promise<void> {
  await page.goto(`${site.url}search/?q=${encodeURIComponent(words)}`);
  await page.locator('#search-results a', { hasText: title }).first().waitFor();
}

const heading = (page: Page) => page.locator('h1').textContent();

describe('without a network', () => {
  test('pages seen are read, others say what can be read', async () => {
    const page = await visit('');
    await page.goto(site.url + DUTY);
    await expect.poll(() => isKept(page, DUTY)).toBe(true);
    await network(page, false);
    await page.goto(site.url + OTHER);
    expect(await heading(page)).toBe('没有网络');
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.skip') as Element).position),
    ).toBe('absolute');
    await page.goto(site.url);
    await page.locator('footer .offline', { hasText: '正在读本机保存的内容' }).waitFor();
  });

  test('the page of the first visit is kept too', async () => {
    const page = await visit(DUTY);
    await expect.poll(() => isKept(page, DUTY)).toBe(true);
    await network(page, false);
    await page.goto(site.url);
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');
  });

  test('another township that cannot be kept leaves the one that is', { timeout: 60_000 }, async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    await page.goto(`${site.url}townships/653024100/`);
    site.lost.add('offline/653024100.search.pack');
    await page.click('.my-township .keep');
    await says(page, '没有存成，请在网络好的时候再试。');
    await network(page, false);
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');
    await network(page, true);
    site.lost.clear();
    await page.goto(`${site.url}townships/653024100/`);
    await says(page, '已是我的乡镇，还没有保存。');
    await keepTownship(page);
    expect((await packsIn(page)).map((url) => url.includes('653024100'))).toEqual([true, true]);
  });

  test('what the browser has thrown away is said not to be kept', async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.reload();
    await says(page, '已是我的乡镇，还没有保存。');
  });

  test('where storage is denied, a township is kept and said to be for as long as the page is open', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto(site.url + TOWNSHIP);
    await keepTownship(page);
    await page.click('.my-township .drop');
    await says(page, '设为我的乡镇，没有网络也能读');
  });

  test('two tabs agree on which township is chosen', async () => {
    const page = await visit(TOWNSHIP);
    const other = await page.context().newPage();
    await other.goto(site.url + TOWNSHIP);
    await keepTownship(page);
    await says(other, '已是我的乡镇，已保存，可离线阅读。');
    await other.click('.my-township .drop');
    await says(page, '设为我的乡镇，没有网络也能读');
  });

  test('a host that takes requests and does not answer: what is kept is searched', {
    timeout: 90_000,
  }, async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    await finds(page, '宅基地', '');
    site.silent = true;
    await page.goto(`${site.url}search/?q=防溺水`, { timeout: 60_000 });
    await page.locator('.search-only').waitFor({ timeout: 60_000 });
    await page.locator('#search-results a', { hasText: '防溺水工作' }).first().waitFor();
  });

  test('an error of the host does not hide what is kept', async () => {
    const page = await visit('');
    await page.goto(site.url + DUTY);
    await expect.poll(() => isKept(page, DUTY)).toBe(true);
    site.broken = true;
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');
    expect((await page.goto(site.url + OTHER))?.status()).toBe(503);
  });

  test('我的乡镇 is read whole, and searched', { timeout: 120_000 }, async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    await network(page, false);
    for (const [list, number] of [
      ['basic', 88],
      ['cooperative', 127],
      ['reclaimed', 47],
    ]) {
      await page.goto(`${site.url}${TOWNSHIP}${list}/${number}/`);
      expect(await page.locator('.kicker').textContent()).toContain(`第 ${number} 项`);
    }
    await page.goto(`${site.url}${TOWNSHIP}source/`);
    expect(await heading(page)).toContain('识读文字');
    await page.goto(site.url);
    expect(await page.locator('.mine a').getAttribute('href')).toBe(BASE + TOWNSHIP);
    await finds(page, '防溺水', '防溺水工作');
  });

  test('it is said how much 我的乡镇 takes, that it is kept, and kept it is until it is taken back', async () => {
    const page = await visit(TOWNSHIP);
    await page.locator('.keep', { hasText: '约' }).waitFor();
    const [, size] = /^设为我的乡镇（约 (\d\.\d) MB）$/.exec(await offers(page)) ?? [];
    const height = await heightOf(page);
    const before = Date.now();
    await keepTownship(page);
    expect(Date.now() - before).toBeLessThan(30_000);
    const packs = await packsIn(page);
    const bytes = await Promise.all(packs.map(async (url) => (await page.request.get(url)).body()));
    expect((bytes.reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1)).toBe(size);
    expect(packs.length).toBe(2);

    await page.goto(`${site.url}townships/653024100/`);
    await says(page, '设为我的乡镇，没有网络也能读');
    await page.goto(site.url + TOWNSHIP);
    await says(page, '已是我的乡镇，已保存，可离线阅读。');
    expect(await offers(page)).toBe('更新');
    expect(await heightOf(page)).toBe(height);

    site.lost.add(packs[1]?.slice(site.url.length) ?? '');
    await page.click('.my-township .keep');
    await says(page, '没有更新成功，原来保存的仍可离线阅读。');
    await network(page, false);
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');

    await network(page, true);
    await page.goto(site.url + TOWNSHIP);
    await page.click('.my-township .drop');
    await says(page, '设为我的乡镇，没有网络也能读');
    await expect.poll(() => packsIn(page)).toEqual([]);
    await network(page, false);
    await page.goto(`${site.url}${TOWNSHIP}basic/1/`);
    expect(await heading(page)).toBe('没有网络');
  });

  test('search looks in 我的乡镇 alone, says so, and every result opens', { timeout: 120_000 }, async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    await finds(page, '宅基地', ''); // the index of all townships begins to be kept too
    expect(await page.locator('.search-only').count()).toBe(0);
    await network(page, false);
    await finds(page, '宅基地', '');
    expect(await page.locator('.search-only').textContent()).toContain('只搜索已保存的昭苏县喀夏加尔镇');
    while (await page.locator('#search-more').isVisible()) {
      const shown = await page.locator('#search-results > li').count();
      await page.click('#search-more');
      await expect.poll(() => page.locator('#search-results > li').count()).toBeGreaterThan(shown);
    }
    const links = await page
      .locator('#search-results a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link).toContain(TOWNSHIP);
      await page.goto(link);
      expect(await heading(page)).not.toBe('没有网络');
    }
    await finds(page, 'fnsgz', '防溺水工作'); // initials
    await page.goto(`${site.url}search/?q=zzqqxx`);
    await page.locator('#search-status', { hasText: '没有找到' }).waitFor();
    expect(await page.locator('.search-only').isVisible()).toBe(true);
    await network(page, true);
    await page.click('.search-only a');
    await page.locator('#search-status', { hasText: '没有找到' }).waitFor();
    expect(await page.locator('.search-only').count()).toBe(0);
  });

  test('a new edition replaces the old one, what was kept included', { timeout: 120_000 }, async () => {
    const page = await visit(TOWNSHIP);
    await keepTownship(page);
    const before = await versionOf(page);
    const unused = `${site.url}pagefind/fragment/zh_0000000.pf_fragment`;
    await page.evaluate(
      async ([name = '', address = '']) => (await caches.open(name)).put(address, new Response()),
      [FILES, unused],
    );
    site.folder = editions[1] ?? '';
    await page.goto(site.url + OTHER);
    await expect.poll(() => versionOf(page), { timeout: 30_000 }).not.toBe(before);
    const pages = async () => (await cachesOf(page)).filter((name) => name.includes('pages-'));
    await expect.poll(pages, { timeout: 30_000 }).toEqual([`${BASE} pages-${await versionOf(page)}`]);
    await expect.poll(() => keptIn(page, FILES)).not.toContain(unused);
    expect(await keptIn(page, FILES)).toContainEqual(expect.stringMatching(/_astro\/.*\.css$/));
    await network(page, false);
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水任务');
    expect(await versionOf(page)).not.toBe(before);
    expect((await packsIn(page)).length).toBe(2);
    await finds(page, '高龄津贴', '高龄');
  });

  test.each(['sw.js', 'offline/'])(
    'where %s cannot be got, a township is said not to be kept',
    async (lost) => {
      site.lost.add(lost);
      const page = await (await browser.newContext()).newPage();
      await page.goto(site.url + TOWNSHIP);
      await page.click('.my-township .keep');
      await says(page, '已是我的乡镇；这个浏览器不能保存它。');
    },
  );

  test('a page that could not be got anew is read under the version that it is of', async () => {
    const page = await visit(DUTY);
    await page.reload();
    await expect.poll(() => isKept(page, DUTY)).toBe(true);
    const before = await versionOf(page);
    site.folder = editions[1] ?? '';
    site.lost.add(DUTY);
    await page.goto(site.url + OTHER);
    await expect.poll(() => versionOf(page)).not.toBe(before);
    await page.reload();
    await expect.poll(() => isKept(page, OTHER)).toBe(true);
    await network(page, false);
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水工作');
    expect(await versionOf(page)).toBe(before);
    await page.goto(site.url + OTHER);
    expect(await versionOf(page)).not.toBe(before);
  });

  test('with a network no page comes from an older edition, not even the first after it', async () => {
    const page = await visit(DUTY);
    await page.reload();
    site.folder = editions[1] ?? '';
    await page.goto(site.url + DUTY);
    expect(await heading(page)).toBe('防溺水任务');
  });
});

test('what was kept before names held the base path goes, but for what another handbook has there', async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.url}icon.svg`);
  await page.evaluate(async (base) => {
    localStorage.setItem('my-township', '{"code":"654026101","name":"喀夏加尔镇"}');
    for (const [name, address] of [
      ['pages-0a1b2c3d', `${base}about/`],
      ['pages-0a1b2c3d', '/6531/about/'],
      ['files', `${base}_astro/page.css`],
      ['mine', `${base}mine`],
    ] as const)
      await (await caches.open(name)).put(address, new Response());
  }, BASE);
  await page.goto(site.url);
  const version = await versionOf(page);
  const names = async () => (await cachesOf(page)).toSorted();
  await expect.poll(names).toEqual([FILES, `${BASE} pages-${version}`, 'pages-0a1b2c3d']);
  expect(await keptIn(page, 'pages-0a1b2c3d')).toEqual([new URL('/6531/about/', site.url).href]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('can be installed: name, start, scope, icons', async () => {
  const manifest = JSON.parse(readFileSync(join(DIST, 'manifest.webmanifest'), 'utf8'));
  expect(manifest).toMatchObject({ lang: 'zh-CN', display: 'minimal-ui' });
  expect(manifest.start_url).toBe(manifest.scope);
  for (const { src, sizes } of manifest.icons.filter(({ type }: { type: string }) => type === 'image/png')) {
    const png = readFileSync(join(DIST, src.slice(manifest.scope.length)));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes); // width and height of a PNG's head
  }
});
