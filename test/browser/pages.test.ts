/** Every kind of page in Chromium: accessible, within its width, still while loading, readable without scripts. */
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pageKinds } from '../support/page-kinds.ts';

const PHONE = { width: 375, height: 812 };
const DESKTOP = { width: 1280, height: 900 };
const SETTINGS = [
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: DESKTOP, colorScheme: 'light' },
  { viewport: DESKTOP, colorScheme: 'dark' },
] as const;

const kinds = Object.entries({ ...pageKinds(), results: '/search/?q=低保' });
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page in a browser of its own, runs something in it and closes it. */
async function visit<T>(
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.goto(new URL(path.slice(1), inject('siteUrl')).href);
    if (path.startsWith('/search/') && options.javaScriptEnabled !== false) {
      await page.locator('#search-filters input').first().waitFor({ state: 'attached' }); // they come with the results
      await page.locator('#search-fold').evaluate((fold: HTMLDetailsElement) => {
        fold.open = true;
      });
    }
    return await use(page);
  } finally {
    await context.close();
  }
}

describe('axe', () => {
  it.each(kinds)('%s: finds nothing on phone and desktop, light and dark, in 大字版', async (_kind, path) => {
    const found = await visit(path, {}, async (page) => {
      const all: string[] = [];
      for (const { viewport, colorScheme } of SETTINGS) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        all.push(...(await violations(page)));
      }
      await enlarge(page);
      return [...all, ...(await violations(page))];
    });
    expect(found).toEqual([]);
  });
});

describe('大字版', () => {
  it.each(kinds)('%s: no text under 18 px, no target under 44 px', async (_kind, path) => {
    const found = await visit(path, { viewport: PHONE }, async (page) => {
      await enlarge(page);
      return page.evaluate(tooSmall);
    });
    expect(found).toEqual([]);
  });
});

describe('320 px wide', () => {
  it.each(kinds)('%s: nothing to scroll sideways, in 大字版 neither', async (_kind, path) => {
    const excess = await visit(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      const measure = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const plain = await measure();
      await enlarge(page);
      return Math.max(plain, await measure());
    });
    expect(excess).toBeLessThanOrEqual(0);
  });
});

describe('a phone', () => {
  it('says at the head of the page that it is not a government site', async () => {
    const box = await visit('/', { viewport: { width: 320, height: 640 } }, (page) =>
      page.locator('text=非政府网站').first().boundingBox(),
    );
    expect(box?.y).toBeLessThan(100);
  });
});

describe('while loading', () => {
  const still = kinds.filter(([, path]) => !path.startsWith('/search/')); // its results come when they are found
  it.each(still)('%s: nothing shifts', async (_kind, path) => {
    const shift = await visit(path, { viewport: PHONE }, (page) => page.evaluate(layoutShift));
    expect(shift).toBe(0);
  });
});

describe('without scripts', () => {
  it.each(kinds)('%s: shows its text and no dead control', async (_kind, path) => {
    const [text, controls] = await visit(
      path,
      { viewport: DESKTOP, javaScriptEnabled: false },
      async (page) => [
        await page.locator('main').textContent(),
        await page
          .locator(
            'button:not(form button):visible, input:not(form input, .comparison > input):visible' /* CSS answers these */,
          )
          .count(),
      ],
    );
    expect(text?.length).toBeGreaterThan(30);
    expect(controls).toBe(0);
  });
});

const enlarge = (page: Page) => page.evaluate(() => document.documentElement.classList.add('large'));

/** `rule: element`, as axe finds them. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  return found;
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Texts under 18 px and controls under 44 px; runs in the page. */
function tooSmall(): string[] {
  const shown = (element: Element) => element.getClientRects().length > 0 && !element.closest('.skip, .away');
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  const small = [...document.querySelectorAll('body *')]
    .filter(
      (element) =>
        shown(element) && hasText(element) && Number.parseFloat(getComputedStyle(element).fontSize) < 18,
    )
    .map((element) => `text: ${element.outerHTML.slice(0, 80)}`);
  const low = [...document.querySelectorAll('button, input, summary, nav a')]
    .filter((element) => shown(element) && element.getBoundingClientRect().height < 43.5)
    .map((element) => `target: ${element.outerHTML.slice(0, 80)}`);
  return [...small, ...low].slice(0, 5);
}

/** The page's layout shift so far; runs in the page. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 150);
  });
}
