/**
 * Figures as inline SVG, drawn when the site is built. No style attribute or element (the content security policy
 * forbids them): colours, patterns and sizes are presentation attributes and classes of styles/matrix.css.
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { LIST_SLUGS, type ListSlug } from '../domain/lists.ts';

export interface Drawing {
  /** What the figure shows, for those who do not see it. */
  title: string;
  desc: string;
  svg: string;
}

/** A bar of a bar chart. */
export interface Bar {
  name: string;
  /** How much of it is of each list, in the order of the lists. */
  counts: readonly number[];
}

const ROW = 42;
const WIDTH = 1000;
/** Shown at three quarters on a wide screen; in 大字版 in full. */
const FONT = 18;

const { document } = parseHTML('<html><body></body></html>');

/** Bars in their order, each parted by list; every part carries its number and its list's pattern. */
export function barsByList(id: string, title: string, desc: string, bars: readonly Bar[]): Drawing {
  const most = Math.max(...bars.map(({ counts }) => sum(counts)), 1);
  const parts = bars.flatMap(({ counts }, bar) =>
    LIST_SLUGS.map((list, at): BarPart => ({ bar, list, count: counts[at] ?? 0 })),
  );
  const shown = parts.filter(({ count }) => count > 0);
  const stack = (options: object) =>
    Plot.stackX({ y: 'bar', x: 'count', z: 'list', order: [...LIST_SLUGS], ...options });
  return draw(id, title, desc, {
    height: bars.length * ROW + 60,
    marginLeft: labelWidth(bars.map(({ name }) => name)),
    x: { label: '项', grid: true, ticks: Math.min(6, most), domain: [0, most] },
    y: { label: null, domain: bars.keys(), tickFormat: (bar: number) => bars[bar]?.name ?? '' },
    marks: [
      Plot.barX(shown, stack({ className: 'bar', fill: ({ list }: BarPart) => `url(#${id}-${list})` })),
      // Stacked like the bars, so that numbers left out for want of room move no other.
      Plot.text(
        shown,
        stack({
          text: ({ count }: BarPart) => (count >= most / 24 ? String(count) : ''),
          className: 'number',
        }),
      ),
    ],
  });
}

/** What of a bar, known by its place, is of one list. */
interface BarPart {
  bar: number;
  list: ListSlug;
  count: number;
}

/** A square of figures: rows and columns are named by the cells, in their order. */
export function square(
  id: string,
  title: string,
  desc: string,
  cells: readonly { row: string; column: string; count: number }[],
): Drawing {
  const names = [...new Set(cells.map(({ row }) => row))];
  const columns = [...new Set(cells.map(({ column }) => column))];
  const isNarrow = columns.length > 7;
  return draw(id, title, desc, {
    height: names.length * 60 + 80,
    marginLeft: labelWidth(names),
    marginTop: isNarrow ? 110 : 60,
    padding: 0.04,
    x: { axis: 'top', label: null, domain: columns, tickSize: 0, tickRotate: isNarrow ? -60 : 0 },
    y: { label: null, domain: names },
    marks: [
      Plot.cell(cells, { x: 'column', y: 'row', className: 'cell', fill: 'none' }),
      Plot.text(cells, {
        x: 'column',
        y: 'row',
        text: (cell: { count: number }) => String(cell.count),
        className: 'number',
      }),
    ],
  });
}

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Wide enough for the longest name. */
const labelWidth = (names: readonly string[]): number =>
  Math.min(340, Math.max(...names.map((name) => [...name].length), 4) * (FONT + 1) + 20);

function draw(id: string, title: string, desc: string, options: Plot.PlotOptions): Drawing {
  const svg = Plot.plot({
    document,
    width: WIDTH,
    marginRight: 30,
    marginBottom: 44,
    color: { type: 'identity' },
    ...options,
  } as Plot.PlotOptions);
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.removeAttribute('class');
  for (const [name, value] of Object.entries({
    class: 'plot',
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-size': String(FONT),
    'font-family': 'inherit',
  }))
    svg.setAttribute(name, value);
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  const head = `<title id="${id}-title">${inXml(title)}</title><desc id="${id}-desc">${inXml(desc)}</desc>${patterns(id)}`;
  return { title, desc, svg: rounded(svg.outerHTML.replace(/^(<svg[^>]*>)/, `$1${head}`)) };
}

/** Shorter numbers: a tenth of a pixel is enough. */
const rounded = (svg: string): string =>
  svg.replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));

/** A pattern a list, so that the parts of a bar are told apart in black and white: full, striped, dotted. */
const patterns = (id: string): string =>
  `<defs>${LIST_SLUGS.map(
    (list) =>
      `<pattern id="${id}-${list}" class="${list}" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="ground" width="6" height="6"/>${MARKS[list]}</pattern>`,
  ).join('')}</defs>`;

const MARKS: Record<ListSlug, string> = {
  basic: '',
  cooperative: '<path class="stroke" d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"/>',
  reclaimed: '<circle class="dot" cx="3" cy="3" r="1.4"/>',
};

const inXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
