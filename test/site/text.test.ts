import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { dutyPath, townshipPath } from '../../src/domain/address.ts';
import { clausesText } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { contentTownships } from '../support/content.ts';
import { builtPages, readBuilt } from '../support/dist.ts';
import { receivedRows, receivedText } from '../support/plain-rows.ts';

/** The cells of a duty's row, in printed order. */
const cells = (duty: Duty): string[] => [
  String(duty.number),
  duty.category,
  duty.name,
  ...(duty.list === 'cooperative' ? [duty.departmentsText] : []),
  ...[duty.superiorDuties, duty.townshipDuties, duty.takeover].flatMap((clauses) =>
    clauses ? [clausesText(clauses)] : [],
  ),
];

const bare = (text: string): string => text.replace(/\s+/g, '');

/** A page without what we add to corrected words. */
function page(path: string) {
  const $ = load(readBuilt(`${path.slice(1)}index.html`));
  $('.was').remove();
  return $;
}

/** A page with what stood in the document, as its marks say, in the place of corrected words. */
function pageBefore(path: string) {
  const $ = load(readBuilt(`${path.slice(1)}index.html`));
  for (const mark of $('ins').has('.was')) {
    const was = /^〔识读作：(.+)〕$/.exec($(mark).find('.was').text())?.[1] ?? '';
    $(mark).text(was).addClass('before');
  }
  return $;
}

describe.each(contentTownships())('$name', (township) => {
  const { code, duties } = township;

  it('has every row of its lists on its page, in order, cell by cell', () => {
    const $ = page(townshipPath(code));
    const rows = $('table.list tbody tr')
      .toArray()
      .map((row) => [
        $(row).attr('id'),
        ...$(row)
          .children()
          .toArray()
          .map((cell) => bare($(cell).text())),
      ]);
    const expected = duties.map((duty) => [
      `${duty.list}-${duty.number}`,
      ...cells(duty).map((cell) => bare(cell) || '原清单未写明'),
    ]);
    expect(rows).toEqual(expected);
  });

  it('has every duty in full on its own page', () => {
    const poor = duties.filter((duty) => {
      const text = bare(page(dutyPath(code, duty))('article').text());
      return !cells(duty).every((cell) => text.includes(bare(cell)));
    });
    expect(poor.map(({ list, number }) => `${list}/${number}`)).toEqual([]);
  });

  it('says of every row what stood in the document', () => {
    const $ = pageBefore(townshipPath(code));
    const rows = $('table.list tbody tr').toArray();
    const texts = rows.map((row): [string, string] => [
      $(row).attr('id')?.replace('-', '/') ?? '',
      bare($(row).text()),
    ]);
    expect(new Map(texts)).toEqual(receivedRows(township));
  });

  it('says on the page of every duty what stood in the document', () => {
    const pages = duties.map((duty): [string, string] => {
      const $ = pageBefore(dutyPath(code, duty));
      const departments = $('.answer .published').text().trim().replace('清单原文：', '');
      const cells = [$('.answer dd').last(), $('h1'), departments, $('.sides .clauses')];
      const texts = cells.map((cell) => (typeof cell === 'string' ? cell : cell.text()));
      return [`${duty.list}/${duty.number}`, bare(duty.number + texts.join(''))];
    });
    expect(new Map(pages)).toEqual(receivedRows(township));
  });
});

it('says on no page that other words stood there than did', () => {
  const documents = contentTownships().map(receivedText);
  const marked = builtPages().filter(({ html }) => html.includes('class="was"'));
  const wrong = marked.flatMap(({ path }) => {
    const $ = pageBefore(path);
    const texts = $('ins.before')
      .toArray()
      .map((mark) => bare($(mark).closest('p, td, th, h1').text()).replace('清单原文：', ''));
    return texts.filter((text) => !documents.some((document) => document.includes(text)));
  });
  expect(marked.some(({ path }) => path.startsWith('/departments/'))).toBe(true);
  expect(wrong).toEqual([]);
});

it('says of every corrected word how the machine had read it', () => {
  const marks = contentTownships().flatMap(({ code }) => {
    const $ = load(readBuilt(`${townshipPath(code).slice(1)}index.html`));
    return $('table.list .was')
      .toArray()
      .map((mark) => $(mark).text());
  });
  expect(marks.length).toBeGreaterThan(20);
  expect(marks.filter((mark) => !/^〔(识读作：.+|识读脱漏)〕$/.test(mark))).toEqual([]);
});
