/** What helps with reading where scripts run: the filter, 大字版, copying, the skip link. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';

const kinds = pageKinds();
const address = (kind: string) => new URL((kinds[kind] ?? '').slice(1), inject('siteUrl')).href;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
});
afterEach(() => page.context().close());

describe('the filter of a township', () => {
  beforeEach(() => page.goto(address('township')));
  const shown = () => page.locator('table.list tbody tr:visible').count();

  it('narrows the rows to those that hold every word, says how many, and gives all back', async () => {
    const all = await shown();
    await page.fill('input.filter', '宣传 安全');
    const some = await shown();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await page.textContent('.filter-status')).toContain(`${some} 项`);
    await page.fill('input.filter', '');
    expect(await shown()).toBe(all);
  });

  it('finds a duty by its number, and words where no duty has that number', async () => {
    const numbers = () => page.locator('table.list tbody tr:visible td:first-child').allTextContents();
    for (const asked of ['23', '第23项', '第 23 项']) {
      await page.fill('input.filter', asked);
      expect([...new Set(await numbers())]).toEqual(['23']);
    }
    expect(await shown()).toBeGreaterThan(1); // in each list that is so long
    await page.fill('input.filter', '12345');
    expect(await shown()).toBeGreaterThan(0);
    expect(await page.locator('table.list tbody tr:visible').first().textContent()).toContain('12345');
  });

  it('finds a list’s duties by the list’s name', async () => {
    const list = page.locator('table.reclaimed tbody tr');
    await page.fill('input.filter', '收回');
    expect(await list.filter({ visible: true }).count()).toBe(await list.count());
    await page.fill('input.filter', '上级收回');
    expect(await shown()).toBe(await list.count());
  });

  it('says so when nothing fits', async () => {
    await page.fill('input.filter', '没有这样的事项名称');
    expect(await shown()).toBe(0);
    expect(await page.textContent('.filter-status')).toContain('没有符合的事项');
  });
});

describe('大字版', () => {
  it('is remembered on the device and set before the first paint', async () => {
    await page.goto(address('home'));
    await page.click('button.large-type');
    await page.goto(address('basic'));
    expect(await page.getAttribute('html', 'class')).toContain('large');
    expect(await page.getAttribute('button.large-type', 'aria-pressed')).toBe('true');
    await page.click('button.large-type');
    await page.reload();
    expect(await page.getAttribute('html', 'class')).not.toContain('large');
  });
});

describe('a duty', () => {
  it('gives its whole address and citation to the clipboard', async () => {
    await page.goto(address('cooperative'));
    await page.click('button[aria-label="复制GB/T 7714 引文"]');
    await page.waitForSelector('text=已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('[EB/OL]');
    expect(copied).toMatch(/\[\d{4}-\d{2}-\d{2}\]\. https?:\/\//);
  });
});

describe('the keyboard', () => {
  it('meets the skip link first, and it leads to the text', async () => {
    await page.goto(address('township'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
  });
});

describe('the policy', () => {
  it('is not broken by any kind of page', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    for (const kind of Object.keys(kinds)) await page.goto(address(kind));
    expect(complaints).toEqual([]);
  });
});
