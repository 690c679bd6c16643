import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { dutyPath, townshipPath } from '../../src/domain/address.ts';
import { clausesText } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { contentTownships } from '../support/content.ts';
import { readBuilt } from '../support/dist.ts';

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

describe.each(contentTownships())('$name', ({ code, duties }) => {
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
});
