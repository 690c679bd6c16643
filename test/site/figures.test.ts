/** Figures as they are drawn. */
import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { barsByList } from '../../src/site/figures.ts';

/** As a bar's label shows a long name of a matter: two of them can begin alike. */
const NAME = '做好建制镇建设统计调查填报和村…';

it('bars with the same name stay apart', () => {
  const bars = [
    { name: NAME, counts: [1, 2, 0] },
    { name: NAME, counts: [0, 0, 4] },
  ];
  const $ = load(barsByList('moved', '标题', '说明', bars).svg, { xml: true });
  const labels = $('text')
    .map((_, text) => $(text).text())
    .get();
  expect(labels.filter((label) => label === NAME)).toHaveLength(2);
  const drawn = $('rect[fill^="url(#moved-"]').toArray();
  const places = drawn.map((bar) => [$(bar).attr('fill'), $(bar).attr('y'), $(bar).attr('x')]);
  const [[, first, left] = [], , [, second] = []] = places;
  expect(first).not.toBe(second);
  expect(places).toEqual([
    ['url(#moved-basic)', first, left],
    ['url(#moved-cooperative)', first, expect.any(String)],
    ['url(#moved-reclaimed)', second, left],
  ]);
});

it('a number left out for want of room moves no other', () => {
  const bars = [
    { name: '党的建设', counts: [116, 57, 0] },
    { name: '交通运输', counts: [4, 3, 8] },
  ];
  const $ = load(barsByList('f', '各类别', '', bars).svg, { xml: true });
  const parts = $('rect[fill^="url(#f-"]')
    .toArray()
    .map((part) => ({
      list: $(part).attr('fill')?.slice(7, -1),
      left: Number($(part).attr('x')),
      width: Number($(part).attr('width')),
    }));
  const numbers = $('.number text')
    .toArray()
    .map((text) => {
      const x = Number(/\((-?[\d.]+)/.exec($(text).attr('transform') ?? '')?.[1]);
      const centred = parts.find(({ left, width }) => Math.abs(left + width / 2 - x) < 0.6);
      return [$(text).text(), centred?.list];
    });
  expect(numbers).toEqual([
    ['116', 'basic'],
    ['57', 'cooperative'],
    ['8', 'reclaimed'],
  ]);
});

it.each([1, 2, 3, 7, 24, 300])('the axis of %s has whole numbers', (most) => {
  const $ = load(barsByList('f', '', '', [{ name: '党的建设', counts: [most, 0, 0] }]).svg, { xml: true });
  const numbers = $('text')
    .toArray()
    .map((text) => $(text).text())
    .filter((text) => /^[\d.]+$/.test(text));
  expect(numbers).toContain('0');
  expect(numbers.filter((number) => !/^\d+$/.test(number))).toEqual([]);
});
