/** The matrix of townships in Chromium: filters without scripts, a choice of townships in the address, a phone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(path: string, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(new URL(path, inject('siteUrl')).href);
  return page;
}

const shown = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).filter({ visible: true }).count();

describe('the comparison', () => {
  it('is filtered without scripts', async () => {
    const page = await open('compare/', { javaScriptEnabled: false });
    const rows = await shown(page, '.matrix tr[id]');
    const differing = await page.locator('.matrix tr.differs').count();
    await page.locator('label[for="show-differ"]').click();
    expect(await shown(page, '.matrix tr[id]')).toBe(differing);
    expect(differing).toBeGreaterThan(2);
    const lone = await page.locator('.matrix tr', { hasText: '仅一地有' }).count();
    await page.locator('label[for="show-lone"]').click();
    expect(await shown(page, '.matrix tr[id]')).toBe(lone);
    expect(lone).toBeGreaterThan(2);
    expect(rows).toBeGreaterThan(300);
    await page.close();
  });

  it('shows the townships that the address names, and names those that are chosen', async () => {
    const page = await open('compare/?t=654026101,654002203&show=lone');
    const heads = page.locator('.matrix thead th[data-code]').filter({ visible: true });
    expect(await heads.count()).toBe(2);
    expect(await page.locator('#show-lone').isChecked()).toBe(true);
    await page.locator('.columns input[value="654002203"]').uncheck();
    expect(new URL(page.url()).search).toBe('?t=654026101&show=lone');
    expect(await heads.count()).toBe(1);
    await page.close();
  });

  it('says how much a filter leaves, without scripts too', async () => {
    const page = await open('compare/pingan-fazhi/', { javaScriptEnabled: false });
    expect(await shown(page, '.left')).toBe(0);
    const all = await shown(page, '.matrix tr[id]');
    await page.locator('label[for="show-lone"]').click();
    const left = await shown(page, '.matrix tr[id]');
    expect(left).toBeLessThan(all);
    expect(await shown(page, `text=只列出仅一地有的 ${left} 种事项，全部共 ${all} 种。`)).toBe(1);
    await page.close();
  });

  it('says so where a filter leaves nothing', async () => {
    const page = await open('compare/renmin-wuzhuang/?show=differ');
    expect(await shown(page, '.matrix tr[id]')).toBe(0);
    expect(await shown(page, 'text=没有清单不同的事项。')).toBe(1);
    await page.close();
  });

  it('counts anew what it leaves of the townships chosen', async () => {
    const page = await open('compare/?t=653024100');
    const left = await shown(page, '.matrix tr[id]');
    const all = await page.locator('.matrix tr[id]').count();
    expect(left).toBeLessThan(all);
    expect(await shown(page, `text=只列出所选乡镇的 ${left} 种事项，全部共 ${all} 种。`)).toBe(1);
    await page.locator('label[for="show-lone"]').click();
    const lone = await shown(page, '.matrix tr[id]');
    expect(lone).toBeGreaterThan(0);
    expect(await shown(page, `text=只列出仅一地有的 ${lone} 种事项，全部共 ${all} 种。`)).toBe(1);
    await page.close();
  });

  it('hides empty rows whatever the address ends in', async () => {
    const page = await open('compare/?t=653024100#%E0');
    const left = await shown(page, '.matrix tr[id]');
    expect(left).toBeLessThan(await page.locator('.matrix tr[id]').count());
    await page.close();
  });

  it('does not scroll sideways on a small phone', async () => {
    const page = await open('compare/', { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe('the offices of a department side by side', () => {
  it('say of a duty of one office that one place lists the department, not that one place has the duty', async () => {
    const page = await open('departments/jiaoyu-ju/');
    const row = page.locator('.matrix tr', { hasText: '自然灾害救助' });
    expect(await row.locator('th').textContent()).toContain('仅一地列本部门');
    expect(await row.locator('td a').count()).toBeGreaterThan(1);
    await page.close();
  });
});
