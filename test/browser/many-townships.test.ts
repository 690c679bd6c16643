/** A site of more townships than fit side by side: what would be a wall of links or boxes is folded until it is asked for. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import type { Matter } from '../../src/domain/counterpart.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';

const TOWNSHIPS = 15;
const WORK = '.bench/many-townships';
const DIST = `${WORK}/dist`;

let browser: Browser;
let server: Served;
/** A duty that most townships have: its id, and how many they are. */
let common: { id: string; places: number };

beforeAll(async () => {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(`${WORK}/seeds`, { recursive: true });
  writeCorpus(`${WORK}/seeds`, TOWNSHIPS, ['6531']);
  const folders = { SEEDS_DIR: `${WORK}/seeds`, CONTENT_DIR: `${WORK}/content`, DIST_DIR: DIST };
  execFileSync('npm', ['run', 'build'], { env: { ...process.env, ...folders, BASE_PATH: '/' } });
  const matters: Matter[] = JSON.parse(readFileSync(`${WORK}/content/counterparts.json`, 'utf8'));
  const [most] = matters.toSorted((a, b) => b.duties.length - a.duties.length);
  common = { id: most?.duties[0] ?? '', places: most?.duties.length ?? 0 };
  browser = await launchBrowser();
  server = await serveFolder(DIST);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url + path);
  return page;
}

test('a duty names the nearest twelve townships, and how many more there are', async () => {
  const page = await open(`/townships/${common.id}/`);
  const similar = page.locator('.similar');
  expect(await similar.locator('ul').first().locator('> li').count()).toBe(12);
  expect(await similar.textContent()).toContain(`另有 ${common.places - 13} 个乡镇的对应事项`);
});

test('search: of a duty in many places eight are shown, the rest loaded when asked for', async () => {
  const page = await open(`/townships/${common.id}/`);
  const name = await page.locator('h1').textContent();
  await page.goto(`${server.url}/search/?q=${encodeURIComponent(name ?? '')}`);
  const result = page.locator('#search-results > li').first();
  const rest = result.locator('details.more');
  await rest.waitFor();
  expect(await result.locator('span.more a').count()).toBe(8);
  const words = await rest.locator('summary').textContent();
  await rest.locator('summary').click();
  await rest.locator('a').first().waitFor();
  expect(words).toBe(`对应事项另有 ${await rest.locator('a').count()} 处`);
  const addresses = await result
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test('search: duties are listed without a query, those of a township in their order', async () => {
  const [code = ''] = common.id.split('/');
  server.sent.length = 0;
  const page = await open('/search/');
  const titles = page.locator('#search-results > li > a.title');
  await titles.nth(9).waitFor();
  const tables = () => new Set(server.sent.map(({ path }) => path).filter((path) => /pf_table$/.test(path)));
  expect(tables().size).toBeLessThan(4);
  await page.goto(`${server.url}/search/?township=${code}&list=reclaimed`);
  await titles.nth(9).waitFor();
  const addresses = await titles.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses).toEqual(addresses.map((_, at) => `/townships/${code}/reclaimed/${at + 1}/`));
});

test('comparison: few columns at first, and a folded choice of all townships', async () => {
  const page = await open('/compare/');
  await page.locator('main a[href^="/compare/"]').first().click();
  const choice = page.locator('.columns details');
  const columns = page.locator('thead th[data-code]');
  expect(await choice.locator('summary').textContent()).toBe(`从 ${TOWNSHIPS} 个乡镇中选`);
  const first = await columns.count();
  expect(first).toBeLessThan(TOWNSHIPS);
  expect(await choice.locator('input').first().isVisible()).toBe(false);
  await choice.locator('summary').click();
  expect(await choice.locator('input').count()).toBe(TOWNSHIPS);
  await page.context().setOffline(true);
  await choice.locator('input:not(:checked)').first().click();
  await page.locator('.columns [role="status"]', { hasText: '没有取到' }).waitFor();
  expect(await choice.locator('input:checked').count()).toBe(first);
  await page.context().setOffline(false);
  await choice.locator('input:not(:checked)').first().check();
  await expect.poll(() => columns.count()).toBe(first + 1);
});

test('comparison: a choice of all townships stands in the address, the first choice does not', async () => {
  const page = await open('/compare/');
  await page.locator('main a[href^="/compare/"]').first().click();
  await page.locator('.columns summary').click();
  const boxes = page.locator('.columns input');
  const chosen = () => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  const first = await chosen();
  for (const box of await boxes.all()) await box.check();
  await page.goto(page.url());
  await expect.poll(() => page.locator('thead th[data-code]').count()).toBe(TOWNSHIPS);
  expect(await chosen()).toEqual(first.map(() => true));
  await page.locator('.columns summary').click();
  for (const [at, checked] of first.entries()) await boxes.nth(at).setChecked(checked);
  expect(new URL(page.url()).search).toBe('');
});

test('a category: its counties are drawn, and lead to their townships, which lead to their duties', async () => {
  const page = await open('/categories/pingan-fazhi/');
  const counties = page.locator('main > .jumps a');
  const rows = page.locator('.figure tbody a');
  const hrefs = (links: typeof rows) =>
    links.evaluateAll((found) => found.map((one) => one.getAttribute('href')));
  expect(await hrefs(rows)).toEqual(await hrefs(counties));
  expect(await counties.count()).toBeLessThan(TOWNSHIPS);
  const several = page.locator('main > section:has(> .jumps)').first();
  await page.locator(`main > .jumps a[href="#${await several.getAttribute('id')}"]`).click();
  await several.locator('.jumps a').last().click();
  const place = several.locator('h3:has(a)').last();
  expect(new URL(page.url()).hash).toBe(`#${await place.getAttribute('id')}`);
  await expect.poll(async () => (await place.boundingBox())?.y).toBeLessThan(300);
});

test('an office: its counts are links, other counties stand at the end', async () => {
  const page = await open('/departments/nongye-nongcun-ju/');
  await page.locator('.figures tbody a').first().click();
  const jumps = page.locator('main > .jumps a');
  for (const at of Array.from({ length: await jumps.count() }, (_, index) => index)) {
    await jumps.nth(at).click();
    const target = page.locator(new URL(page.url()).hash);
    const count = /(\d+) (项|个)$/.exec(((await jumps.nth(at).textContent()) ?? '').trim())?.[1];
    const part = page.locator(`section[aria-labelledby="${await target.getAttribute('id')}"]`);
    const members = part.locator('details, ul:not(.names) > li, tbody tr, :scope > .names > li');
    expect(await members.count()).toBe(Number(count));
  }
  const others = await page.locator('#others').boundingBox();
  const lists = await page.locator('table.list').last().boundingBox();
  expect(others?.y).toBeGreaterThan(lists?.y ?? Number.POSITIVE_INFINITY);
});

test('paper has the table of a drawing that is higher than a sheet, and no heading alone', async () => {
  const page = await open('/figures/');
  await page.emulateMedia({ media: 'print' });
  const figures = page.locator('.figure');
  expect(await figures.count()).toBeGreaterThan(2);
  for (const figure of await figures.all()) {
    const drawn = (await figure.locator('.drawn').boundingBox())?.height ?? 0;
    expect(drawn).toBeLessThan(1400); // of a drawing 1280 px wide: A4 is half as high again as wide
  }
});
