import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { townshipMarkdown } from '../../src/data/markdown.ts';
import type { DutyRecord } from '../../src/data/records.ts';
import { STATEMENT } from '../../src/data/statement.ts';
import { clauseLines } from '../../src/data/text.ts';
import type { Correction } from '../../src/domain/duty.ts';
import { LIST_SLUGS, LISTS } from '../../src/domain/lists.ts';
import { textOf, townships } from './content.ts';

const duties: DutyRecord[] = JSON.parse(textOf('duties.json'));
const processor = await createMarkdownProcessor({ gfm: true, smartypants: false });

/** The tables of a Markdown text as a reader of GFM sees them. */
async function tables(markdown: string): Promise<string[][][]> {
  const $ = load((await processor.render(markdown)).code);
  $('br').replaceWith('\n');
  const cells = (row: ReturnType<typeof $>) =>
    row
      .find('th, td')
      .map((_, cell) => $(cell).text())
      .get();
  return $('table')
    .map((_, table) => [
      $(table)
        .find('tr')
        .map((_, row) => [cells($(row))])
        .get(),
    ])
    .get();
}

const cellsOf = (duty: DutyRecord): string[] =>
  LISTS[duty.list].columns.map((column) => {
    if (column === 'number' || column === 'category' || column === 'name') return String(duty[column]);
    return column === 'departments' ? duty.departmentsText : clauseLines(duty[column]);
  });

test.each(townships)(
  'the Markdown of $code has the three lists, every cell as the JSON has it',
  async (township) => {
    const found = await tables(textOf(`townships/${township.code}.md`));
    expect(found).toHaveLength(3);
    found.forEach(([head, ...rows], index) => {
      const own = duties.filter(
        ({ township: code, list }) => code === township.code && list === LIST_SLUGS[index],
      );
      expect(head).toEqual(township.lists[index]?.columns);
      expect(rows).toEqual(own.map(cellsOf));
    });
  },
);

test('the preface is there, its headings and paragraphs', async () => {
  const township = townships.find(({ preface }) => preface.length > 0);
  const $ = load((await processor.render(textOf(`townships/${township?.code}.md`))).code);
  for (const { text } of township?.preface ?? []) expect($.root().text()).toContain(text);
});

/** The text of a Markdown as its reader sees it, item by item below a heading. */
async function itemsBelow(markdown: string, heading: string): Promise<string[]> {
  const $ = load((await processor.render(markdown)).code);
  $('br').replaceWith('\n');
  const items = $(`h1, h2`)
    .filter((_, element) => $(element).text() === heading)
    .nextUntil('h2')
    .find('li');
  return items.map((_, item) => $(item).text()).get();
}

test('the corrections stand at the end: line, what stood there, what stands there now and why', async () => {
  for (const { code, corrections } of townships) {
    const items = await itemsBelow(textOf(`townships/${code}.md`), '勘误');
    expect(items).toHaveLength(corrections.length);
    corrections.forEach(({ line, was, now, why }, at) => {
      expect(items[at]).toContain(`第 ${line} 行：原为“${was}”，更正为“${now}”。依据：${why}`);
    });
  }
  const [any] = townships;
  if (!any) throw new Error('no township');
  const correction = { line: 7, was: '各<b>类|各类', now: '', why: '重复' };
  const markdown = (corrections: Correction[]) => townshipMarkdown({ ...any, corrections }, [], null);
  expect(await itemsBelow(markdown([correction]), '勘误')).toEqual([
    '第 7 行：原为“各<b>类|各类”，删去。依据：重复',
  ]);
  expect(markdown([])).not.toContain('勘误\n');
});

test('says whose words it holds, under which licence and, where that is known, where its page is', async () => {
  const [township] = townships;
  if (!township) throw new Error('no township');
  const heading = `${township.county.name}${township.name}履职事项清单`;
  const own = async (site: string | null) => itemsBelow(townshipMarkdown(township, [], site), heading);
  const facts = await own('https://example.org/some_where');
  expect(facts.slice(-3)).toEqual([
    `说明：${STATEMENT.join('')}`,
    '许可证：https://opensource.org/license/mit',
    `网页：https://example.org/some_where/townships/${township.code}/`,
  ]);
  expect(await own(null)).toEqual(facts.slice(0, -1));
});

test('marks of Markdown and HTML in a text stay text', async () => {
  const [township] = townships;
  const name = String.raw`a|b *c* _d_ <i>e</i> [f](g) \h ~~i~~ \`j\` &lt; #k`.replaceAll('\\`', '`');
  const records = duties
    .filter(({ list }) => list === 'basic')
    .slice(0, 1)
    .map((duty) => ({ ...duty, name }));
  if (!township) throw new Error('no township');
  const [basic] = await tables(townshipMarkdown(township, records, null));
  expect(basic?.[1]?.[2]).toBe(name);
});
