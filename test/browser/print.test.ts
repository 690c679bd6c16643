/** Paper: the PDFs that Chromium prints, read back. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dutyPath, officePath, townshipPath } from '../../src/domain/address.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { listHeading } from '../../src/site/words.ts';
import { launchBrowser } from '../support/browser.ts';
import { contentTownships } from '../support/content.ts';

interface PaperPage {
  width: number;
  height: number;
  /** All text in the order in which it was written, without white space. */
  text: string;
  /** The same, line by line of each cell. */
  lines: string[];
  /** How far to the right any text goes. */
  right: number;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Fonts draw a radical and the character that looks the same with one glyph, and a PDF may name either. */
const RADICALS = new Map(
  '⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻓长 ⻔门 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 戶户 ⻫齐 ⻬齐 ⻮齿 ⻰龙 ⻳龟'
    .split(' ')
    .map(([radical = '', character = '']) => [radical, character]),
);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s—―–]+/g, '')
    .replace(/[⺀-⻳戶]/g, (radical) => RADICALS.get(radical) ?? radical);

/** The pages of what is printed after something was done on the screen. */
async function print(path: string, prepare = async (_: Page) => {}): Promise<PaperPage[]> {
  const page = await browser.newPage();
  await page.goto(new URL(path.slice(1), inject('siteUrl')).href);
  await prepare(page);
  const data = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  const pdf = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => readPage(await pdf.getPage(index + 1))),
  );
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

const inLargeType = (page: Page): Promise<void> =>
  page.evaluate(() => document.documentElement.classList.add('large-print'));

async function readPage(page: PdfPage): Promise<PaperPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const written = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
  return {
    width: Math.round(width),
    height: Math.round(height),
    text: bare(written.map(({ str }) => str).join('')),
    lines: written.map(({ str }) => bare(str)),
    right: Math.max(...written.map((item) => item.transform[4] + item.width)),
  };
}

/** The pieces of a row that no page break may cut, in printed order. */
const pieces = (duty: Duty): string[] =>
  [
    duty.name,
    duty.departmentsText.slice(0, 4), // a long cell may break between two names
    ...[duty.superiorDuties, duty.townshipDuties, duty.takeover].flatMap((clauses) =>
      (clauses ?? []).map(({ marker = '', text }) => marker + text),
    ),
  ]
    .map(bare)
    .filter(Boolean);

const A4_LANDSCAPE = [842, 595];

describe.each(contentTownships())('$name on paper', (township) => {
  const { code, name, duties } = township;
  it('has every name and every clause whole, on A4 landscape, numbered, nothing clipped', async () => {
    const pages = await print(townshipPath(code));
    expect(
      pages.filter(({ width, height }) => width !== A4_LANDSCAPE[0] || height !== A4_LANDSCAPE[1]),
    ).toEqual([]);
    expect(pages.filter(({ right, width }) => right > width - 30)).toEqual([]);
    expect(pages.filter(({ text }, index) => !text.includes(`第${index + 1}页,共${pages.length}页`))).toEqual(
      [],
    );
    expect(pages.slice(1).filter(({ text }) => !text.includes(name))).toEqual([]);
    const lists = pages.filter(({ text }) => !text.includes('→')); // the pages after them hold the corrections
    const heads = LIST_SLUGS.map((list) => bare(`${listHeading(township, list)}序号事项类别事项名称`));
    expect(lists.filter(({ text }) => !heads.some((head) => text.includes(head)))).toEqual([]);

    const text = pages.map((page) => page.text).join('');
    const plain = duties.filter((duty) => duty.corrections.length === 0); // the others carry our marks between the words
    expect(plain.flatMap(pieces).filter((piece) => !text.includes(piece))).toEqual([]);
  });
});

describe('a duty on paper', () => {
  it('fits on one A4 page where its text is of ordinary length', async () => {
    const [township] = contentTownships();
    const duty = township?.duties.find(({ list }) => list === 'cooperative');
    if (!township || !duty) throw new Error('no duty to print');
    const pages = await print(dutyPath(township.code, duty));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toContain(bare(duty.name));
    expect(pages[0]?.text).not.toContain('读懂清单');
  });
});

describe('an office on paper', () => {
  it('is a booklet on A4 landscape that says on every page whose it is, in large type too', async () => {
    const path = officePath('gongan-ju', '653024'); // some pages hold nothing but clauses on other departments
    const [plain, large] = [await print(path), await print(path, inLargeType)];
    expect([plain[0]?.width, plain[0]?.height]).toEqual(A4_LANDSCAPE);
    expect([...plain, ...large].filter(({ text }) => !text.includes('乌恰县公安局'))).toEqual([]);
    expect(large.length).toBeGreaterThanOrEqual(plain.length);
    expect(large.filter(({ right, width }) => right > width - 30)).toEqual([]);
  });
});

describe('what is folded on an office’s page', () => {
  const open = async (javaScriptEnabled: boolean) => {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(new URL(officePath('gongan-ju', '653024').slice(1), inject('siteUrl')).href);
    return { page, folded: page.locator('.spoken details:not([open])') };
  };

  it('stands whole on paper without scripts', async () => {
    const { page, folded } = await open(false);
    const heights = () =>
      folded.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
    const [onScreen, onPaper] = [
      await heights(),
      await page.emulateMedia({ media: 'print' }).then(() => heights()),
    ];
    expect(onPaper.length).toBeGreaterThan(5);
    expect(onPaper.filter((height, at) => height < 1.5 * (onScreen[at] ?? 0))).toEqual([]);
    await page.close();
  });

  it('is unfolded for one printing where a style sheet cannot', async () => {
    const { page, folded } = await open(true);
    const all = await folded.count();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await folded.count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await folded.count()).toBe(all);
    await page.close();
  });
});

describe('the head of a list on paper', () => {
  it('is never the last on its page', async () => {
    const pages = await print(officePath('jiaoyu-ju', '652327')); // its first table would begin at the page's end
    const heads = pages.filter(({ text }) => text.includes('序号事项类别事项名称'));
    expect(heads.length).toBeGreaterThan(0);
    expect(heads.filter(({ text }) => /序号事项类别事项名称\D*$/.test(text))).toEqual([]);
  });
});

describe('a heading within a cell on paper', () => {
  const [township] = contentTownships().filter(({ code }) => code === '653024100');
  const cells = (township?.duties ?? [])
    .filter(({ corrections }) => corrections.length === 0)
    .flatMap(({ superiorDuties, townshipDuties }) => [superiorDuties ?? [], townshipDuties ?? []]);
  /** Each heading with the first words of what it heads. */
  const headed = cells.flatMap((clauses) =>
    clauses.flatMap(({ kind, marker = '', text }, at) => {
      const next = clauses[at + 1];
      return next && (kind === 'department' || kind === 'section')
        ? [[bare(marker + text), bare((next.marker ?? '') + next.text).slice(0, 12)] as const]
        : [];
    }),
  );

  it.each([townshipPath('653024100'), officePath('gongan-ju', '653024')])(
    'is on the page of what it heads: %s',
    async (path) => {
      const pages = await print(path);
      const ending = headed.filter(
        ([heading, next]) =>
          pages.some(({ text }) => text.includes(next)) &&
          pages.some(({ text }) => text.includes(heading)) &&
          !pages.some(({ text }) => text.includes(heading + next)),
      );
      expect(headed.length).toBeGreaterThan(50);
      expect(ending).toEqual([]);
    },
  );
});

describe('what a filter leaves', () => {
  it('says on the paper of a township what is missing, and begins on its first page', async () => {
    const [first] = await print(townshipPath('654026101'), (page) => page.fill('input.filter', '防溺水'));
    expect(first?.text).toContain(bare('只印出筛选“防溺水”得到的 1 项，全部共 262 项。'));
    expect(first?.text).toContain(bare('防溺水工作'));
  });

  it('says on the paper of a comparison what is missing', async () => {
    const path = '/compare/pingan-fazhi/';
    const choose = (page: Page) => page.locator('label[for="show-lone"]').click();
    const [text, filtered] = [await print(path), await print(path, choose)].map((pages) =>
      pages.map((page) => page.text).join(''),
    );
    expect(text).not.toContain('只列出');
    const rows = filtered?.split('仅一地有').slice(2).length; // the line itself says it too
    expect(filtered).toContain(bare(`只列出仅一地有的 ${rows} 种事项，全部共`));
  });
});

describe('a list on paper in large type', () => {
  it('has heads that do not break', async () => {
    const pages = await print(townshipPath('653024100'), inLargeType);
    expect(pages[0]?.lines).toEqual(expect.arrayContaining(['序号', '事项类别', '党的建设']));
  });
});

describe('that this is not a government site', () => {
  it.each([
    '/categories/minsheng-fuwu/', // its text fills its last page
    officePath('gongan-ju', '653024'),
    dutyPath('654026101', { list: 'cooperative', number: 27 }),
  ])('stands on the first page, not on one of its own: %s', async (path) => {
    const pages = await print(path);
    expect(pages.map(({ text }) => text.includes('不是政府网站'))).toEqual(pages.map((_, at) => at === 0));
  });
});

describe('what only a screen needs', () => {
  it.each([
    townshipPath('654026101'),
    dutyPath('654026101', { list: 'cooperative', number: 27 }),
    '/departments/jiaoyu-ju/',
    '/compare/',
  ])('is not on the paper of %s', async (path) => {
    const page = await browser.newPage();
    await page.goto(new URL(path.slice(1), inject('siteUrl')).href);
    const shown = () =>
      page
        .locator('.screen-only')
        .evaluateAll((found) => found.filter((one) => one.getClientRects().length > 0).length);
    expect(await shown()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await shown()).toBe(0);
    await page.close();
  });
});
