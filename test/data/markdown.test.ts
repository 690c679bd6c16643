import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { townshipMarkdown } from '../../src/data/markdown.ts';
import type { DutyRecord } from '../../src/data/records.ts';
import { clauseLines } from '../../src/data/text.ts';
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

test('marks of Markdown and HTML in a text stay text', async () => {
  const [township] = townships;
  const name = String.raw`a|b *c* _d_ <i>e</i> [f](g) \h ~~i~~ \`j\` &lt; #k`.replaceAll('\\`', '`');
  const records = duties
    .filter(({ list }) => list === 'basic')
    .slice(0, 1)
    .map((duty) => ({ ...duty, name }));
  if (!township) throw new Error('no township');
  const [basic] = await tables(townshipMarkdown(township, records));
  expect(basic?.[1]?.[2]).toBe(name);
});
