/** A site of more townships than fit side by side: what would be a wall of links or boxes is folded until it is asked for. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCorpus } from '../../bench/corpus.ts';
import type { Matter } from '../../src/domain/counterpart.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Served, serveFolder } from '../support/serve-folder.ts';

const TOWNSHIPS = 24;
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

test('search: townships are looked for below their counties, and results are at hand on a phone', async () => {
  const [code = ''] = common.id.split('/');
  const county = `#filter-county-${code.slice(0, 6)}`;
  const page = await open('/search/?q=宅基地');
  await page.setViewportSize({ width: 375, height: 700 });
  await page.locator('#search-results > li').first().waitFor();
  if ((await page.getAttribute('#search-fold', 'open')) === null) await page.click('#search-fold > summary');
  const boxes = page.locator('input[name="township"]');
  expect(await boxes.count()).toBe(TOWNSHIPS);
  expect(await boxes.filter({ visible: true }).count()).toBe(0);
  await page.click('#filter-more-township > summary');
  await page.click(`${county} > summary`);
  const shown = await boxes
    .filter({ visible: true })
    .evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  expect(shown.every((value) => value.startsWith(code.slice(0, 6)))).toBe(true);
  await page.click(`${county} input[value="${code}"]`); // and it moves up, to what is chosen
  await page.locator('#search-chips button').waitFor();
  expect(await page.locator(county).getAttribute('open')).not.toBeNull();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`filter-township-${code}`);
  await page.click('#search-see');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-status');
  const first = await page.locator('#search-results > li').first().boundingBox();
  expect(first?.y).toBeLessThan(700);
});

test('comparison: few columns at first, and a choice of all townships, folded by county', async () => {
  const page = await openCategory();
  const choice = page.locator('.columns > details');
  expect(await choice.locator('summary').first().textContent()).toBe(`从 ${TOWNSHIPS} 个乡镇中选`);
  const first = await columnsOf(page).count();
  expect(first).toBeLessThan(TOWNSHIPS);
  expect(await choice.locator('input').first().isVisible()).toBe(false);
  await unfold(page);
  expect(await choice.locator('input').count()).toBe(TOWNSHIPS);
  await page.context().setOffline(true);
  await choice.locator('input:not(:checked)').first().click();
  await page.locator('.columns [role="status"]', { hasText: '没有取到' }).waitFor();
  expect(await choice.locator('input:checked').count()).toBe(first);
  await page.context().setOffline(false);
  await choice.locator('input:not(:checked)').first().check();
  await expect.poll(() => columnsOf(page).count()).toBe(first + 1);
  for (const head of await columnsOf(page).all())
    expect(await head.locator('a').evaluate((link: HTMLAnchorElement) => link.pathname)).toBe(
      `/townships/${await head.getAttribute('data-code')}/`,
    );
});

test('comparison: a choice of all townships stands in the address, the first choice does not', async () => {
  const page = await openCategory();
  await unfold(page);
  const boxes = page.locator('.columns input[value]');
  const chosen = () => boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  const first = await chosen();
  for (const box of await boxes.all()) await box.check();
  await page.goto(page.url());
  await expect.poll(() => columnsOf(page).count()).toBe(TOWNSHIPS);
  expect(await chosen()).toEqual(first.map(() => true));
  await unfold(page);
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
test('comparison: the choice goes along to other categories, and is cleared at once', async () => {
  const page = await openCategory();
  const code = (await page.locator('.columns input[value]').last().getAttribute('value')) ?? '';
  await page.goto(`${page.url()}?t=${code}`);
  await page.locator('.crumbs a[href*="compare"]').click();
  await page.locator('main a[href*="/compare/"]').nth(1).click();
  expect(new URL(page.url()).search).toBe(`?t=${code}`);
  await expect.poll(() => columnsOf(page).filter({ visible: true }).count()).toBe(1);
  await page.locator('.columns .clear').click();
  await expect.poll(() => columnsOf(page).filter({ visible: true }).count()).toBe(0);
  expect(await rowsOf(page).filter({ visible: true }).count()).toBe(await rowsOf(page).count());
});

test('comparison: rows of which no township shown has anything are listed when asked for, and without scripts', async () => {
  const path = await categoryWithEmptyRows();
  const page = await open(path);
  const shown = () => rowsOf(page).filter({ visible: true }).count();
  const all = await rowsOf(page).count();
  const count = Number(await page.locator('.all-rows + span').textContent());
  expect(count).toBeGreaterThan(0);
  expect(await shown()).toBe(all - count);
  expect(await page.locator('.left.all').textContent()).toContain(`全部共 ${all} 种`);
  await page.locator('.all-rows').check();
  expect(await shown()).toBe(all);
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(server.url + path);
  expect(await rowsOf(plain).filter({ visible: true }).count()).toBe(all);
  const columns = await columnsOf(plain).count();
  expect(await plain.locator('.comparison').textContent()).toContain(
    `其他 ${TOWNSHIPS - columns} 个乡镇各事项在哪张清单，请看上面下载的对照表`,
  );
  await plain.locator('.holders summary').first().click();
  expect(await plain.locator('.holders p').first().isVisible()).toBe(true);
});

test('comparison: a row unfolds to the townships that have it, each a link to its duty', async () => {
  const page = await openCategory();
  for (const at of [0, 1, 2]) {
    const cell = rowsOf(page).filter({ visible: true }).nth(at).locator('.holders');
    const counts = (await cell.locator('summary').textContent())?.match(/\d+/g) ?? [];
    await cell.locator('summary').click();
    await cell.locator('a').first().waitFor();
    const total = counts.reduce((sum, count) => sum + Number(count), 0);
    const addresses = await cell
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(new Set(addresses).size).toBe(total);
    const answer = await page.request.get(server.url + addresses.at(-1));
    expect(answer.status()).toBe(200);
  }
});

test('comparison: 我的乡镇 comes first, and a duty leads to its row with its own township', async () => {
  const page = await open(`/townships/${common.id}/`);
  await page.locator('.similar a[href*="/compare/"]').click();
  const [code = ''] = common.id.split('/');
  const codes = () =>
    columnsOf(page)
      .filter({ visible: true })
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('data-code')));
  await expect.poll(codes).toEqual([code]);
  await expect
    .poll(() => page.locator('tr:target').evaluate((row) => Math.abs(row.getBoundingClientRect().top) < 200))
    .toBe(true);
  await page.goto(server.url + new URL(page.url()).pathname);
  const first = await codes();
  const own = (await page.locator('.columns input[value]:not(:checked)').last().getAttribute('value')) ?? '';
  await page.evaluate((code) => {
    localStorage.setItem('/ my-township', JSON.stringify({ code, name: '' }));
  }, own);
  await page.reload();
  await expect.poll(codes).toEqual([own, ...first]);
  expect(new URL(page.url()).search).toBe('');
});

test('comparison: many columns keep their width in a box that scrolls; paper has the first and says so', async () => {
  const page = await openCategory();
  const codes = await page
    .locator('.columns input[value]')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  await page.goto(`${page.url()}?t=${codes.join(',')}`);
  await expect.poll(() => columnsOf(page).count()).toBe(TOWNSHIPS);
  const box = page.getByRole('region', { name: '对照表' });
  await box.focus();
  const widths = await columnsOf(page).evaluateAll((heads) => heads.map((head) => head.clientWidth));
  expect(Math.min(...widths)).toBeGreaterThan(90);
  const head = rowsOf(page).first().locator('th');
  const before = await head.boundingBox();
  await box.evaluate((box) => box.scrollBy(500, 0));
  expect((await head.boundingBox())?.x).toBe(before?.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await columnsOf(page).filter({ visible: true }).count()).toBe(5);
  expect(await page.locator('.on-paper').textContent()).toContain(`所选 ${TOWNSHIPS} 个乡镇中的前 5 个`);
});

async function openCategory(): Promise<Page> {
  const page = await open('/compare/');
  await page.locator('main a[href^="/compare/"]').first().click();
  await page.waitForURL(({ pathname }) => pathname !== '/compare/');
  return page;
}

const columnsOf = (page: Page) => page.locator('thead th[data-code]');
const rowsOf = (page: Page) => page.locator('.matrix tbody tr[id]');

/** Unfolds the choice with all its counties. */
const unfold = (page: Page): Promise<void> =>
  page.locator('.columns details').evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });

/** The path of a category that has rows without a cell in the first columns. */
async function categoryWithEmptyRows(): Promise<string> {
  const page = await open('/compare/');
  const paths = await page
    .locator('main a[href^="/compare/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const empty = /<\/td>(\s*<td class="none">—<\/td>)+\s*<\/tr>/;
  for (const path of paths) {
    const rows = readFileSync(`${DIST}${path}index.html`, 'utf8').match(/<tr id=.*?<\/tr>/gs) ?? [];
    if (rows.some((row) => empty.test(row) && !row.includes('badge'))) return path;
  }
  throw new Error('every row has a cell');
}
