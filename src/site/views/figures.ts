/** The figures of the handbook: each a drawing and the table it was drawn from. */
import { categoryPath, comparePath, matterAnchor } from '../../domain/address.ts';
import type { CategoryEntry } from '../../domain/category.ts';
import { LIST_SLUGS, type ListSlug } from '../../domain/lists.ts';
import type { Township } from '../../domain/township.ts';
import { type Entry, groupBy, type Handbook } from '../entries.ts';
import { barsByList, type Drawing, square, sum } from '../figures.ts';
import { link } from '../links.ts';
import { listsDiffer, usualName } from '../matters.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { shorten, townshipName, townshipsInWords } from '../words.ts';
import { countyId } from './by-county.ts';
import { categoryLines } from './category.ts';
import { MOST_COLUMNS } from './compare.ts';
import { departmentLines } from './department.ts';
import { countLists, type FigureRow, LIST_HEADS, townshipLink } from './shared.ts';

export interface Figure {
  id: string;
  heading: string;
  note: string;
  drawing: Drawing | null;
  /** Whether the parts of its bars are lists, which a legend explains. */
  byList: boolean;
  /** Whether its drawing is higher than a sheet of paper, which then has the table alone. */
  isLong: boolean;
  heads: string[];
  rows: FigureRow[];
}

export interface FiguresView {
  meta: PageMeta;
  figures: Figure[];
}

/** Departments drawn; the table of all is on /departments/. */
const DEPARTMENTS = 20;

/** Bars that fit on a sheet with their heading and legend. */
const SHEET_BARS = 24;

export const figuresView = (book: Handbook): FiguresView => ({
  meta: pageMeta({
    path: '/figures/',
    title: '图表',
    description: `${book.townships.length} 个乡镇、${book.entries.length} 项事项的图表，数字都由清单算出`,
  }),
  figures: [
    townshipsFigure(book),
    categoriesFigure(book),
    ...townshipFigures(book),
    departmentsFigure(book),
    sharedFigure(book),
    movedFigure(book),
  ],
});

/** A row a name with its counts by list and their sum. */
function listFigure(
  figure: Pick<Figure, 'id' | 'heading' | 'note'>,
  first: string,
  rows: readonly { text: string; href?: string; counts: number[] }[],
): Figure {
  const bars = rows.map(({ text, counts }) => ({ name: text, counts }));
  const desc = rows
    .slice(0, 30)
    .map(({ text, counts }) => `${text} ${sum(counts)} 项`)
    .join('，');
  return {
    ...figure,
    byList: true,
    isLong: rows.length > SHEET_BARS,
    drawing: barsByList(figure.id, figure.heading, desc, bars),
    heads: [first, ...LIST_HEADS, '合计'],
    rows: rows.map(({ text, href, counts }) => ({
      text,
      ...(href && { href }),
      cells: [...counts, sum(counts)],
    })),
  };
}

const counts = (entries: readonly Entry[]): number[] => countLists(entries).map(({ count }) => count);

/** Duties by township and list. */
export const townshipsFigure = ({ townships, ofTownship }: Handbook): Figure =>
  listFigure(
    { id: 'townships', heading: '各乡镇三张清单的事项数', note: '' },
    '乡镇',
    townships.map((township) => ({
      ...townshipLink(township),
      counts: counts(ofTownship.get(township.code) ?? []),
    })),
  );

/** Duties by category and list, with the category's share of all. */
export function categoriesFigure(book: Handbook): Figure {
  const lines = categoryLines(book).toSorted((a, b) => b.total - a.total);
  const rows = lines.map(({ text, href, lists }) => ({
    text,
    href,
    counts: lists.map(({ count }) => count),
  }));
  const figure = listFigure({ id: 'categories', heading: '各类别的事项数与占比', note: '' }, '类别', rows);
  const share = (total: number): string => `${((100 * total) / book.entries.length).toFixed(1)}%`;
  return {
    ...figure,
    heads: [...figure.heads, '占比'],
    rows: figure.rows.map((row, at) => ({ ...row, cells: [...row.cells, share(lines[at]?.total ?? 0)] })),
  };
}

/** One category's duties by list and township; by county where the townships are many. */
export const categoryFigure = (category: CategoryEntry, book: Handbook): Figure =>
  book.townships.length > MOST_COLUMNS ? countiesFigure(category, book) : fewFigure(category, book);

const fewFigure = (category: CategoryEntry, { townships, ofTownship }: Handbook): Figure =>
  listFigure(
    { id: 'category', heading: `各乡镇“${category.name}”事项数`, note: '' },
    '乡镇',
    townships.map((township) => ({
      ...townshipLink(township),
      counts: counts((ofTownship.get(township.code) ?? []).filter((entry) => entry.category === category)),
    })),
  );

/** The counties lead to their parts of the page. */
function countiesFigure(category: CategoryEntry, { townships, ofCategory }: Handbook): Figure {
  const own = groupBy(ofCategory.get(category.id) ?? [], ({ township }) => [township.county.code]);
  const counties = new Map(townships.map(({ county }) => [county.code, county.name]));
  return listFigure(
    { id: 'category', heading: `各县市“${category.name}”事项数`, note: '' },
    '县市',
    [...counties].map(([code, text]) => {
      const entries = own.get(code);
      return { text, ...(entries && { href: `#${countyId(code)}` }), counts: counts(entries ?? []) };
    }),
  );
}

/** Each township's own figure, where they are few. */
const townshipFigures = (book: Handbook): Figure[] =>
  book.townships.length > MOST_COLUMNS
    ? []
    : book.townships.map((township) => townshipFigure(township, book));

/** One township's duties by category and list. */
export function townshipFigure(township: Township, { categories, ofTownship }: Handbook): Figure {
  const own = ofTownship.get(township.code) ?? [];
  const rows = categories.map((category) => ({
    ...link(categoryPath(category.id), category.name),
    counts: counts(own.filter((entry) => entry.category === category)),
  }));
  return listFigure(
    { id: `t${township.code}`, heading: `${townshipName(township)}各类别的事项数`, note: '' },
    '类别',
    rows.filter((row) => sum(row.counts) > 0),
  );
}

/** The departments with most duties. */
export function departmentsFigure(book: Handbook): Figure {
  const lines = departmentLines(book).slice(0, DEPARTMENTS);
  return listFigure(
    {
      id: 'departments',
      heading: `事项最多的 ${lines.length} 个部门`,
      note: '配合履职：列为对应上级部门；上级收回：列为承接部门。一项事项可以列几个部门。',
    },
    '部门',
    lines.map(({ text, href, cooperative, reclaimed }) => ({
      text,
      href,
      counts: [0, cooperative, reclaimed],
    })),
  );
}

/** How many matters each pair of townships shares; with many townships how many townships a matter has. */
export const sharedFigure = (book: Handbook): Figure =>
  book.townships.length > MOST_COLUMNS ? spreadFigure(book) : pairsFigure(book);

function pairsFigure({ townships, matters }: Handbook): Figure {
  const share = (a: Township, b: Township): number =>
    matters.all.filter(({ entries }) =>
      [a, b].every((one) => entries.some(({ township }) => township === one)),
    ).length;
  const names = townships.map(townshipName);
  const cells = townships.flatMap((a) =>
    townships.map((b) => ({ row: townshipName(a), column: inTwoLines(b), count: share(a, b) })),
  );
  const heading = '每两个乡镇有多少种对应事项';
  return {
    id: 'shared',
    heading,
    note: '对角线上是该乡镇全部事项的种数。',
    byList: false,
    isLong: false,
    drawing: square('shared', heading, '行和列都是乡镇，格中是两地都有的事项种数', cells),
    heads: ['乡镇', ...names],
    rows: townships.map((a) => ({ ...townshipLink(a), cells: townships.map((b) => share(a, b)) })),
  };
}

const inTwoLines = (township: Township): string =>
  `${township.county.name}\n${townshipName(township).slice(township.county.name.length)}`;

function spreadFigure({ matters, townships }: Handbook): Figure {
  const spread = Map.groupBy(matters.all, ({ entries }) =>
    Math.ceil((10 * entries.length) / townships.length),
  );
  const rows = Array.from({ length: 10 }, (_, at) => ({
    text: `${at * 10}–${(at + 1) * 10}% 的乡镇有`,
    cells: [(spread.get(at + 1) ?? []).length],
  }));
  return {
    id: 'shared',
    heading: '对应事项有多普遍',
    note: '',
    byList: false,
    isLong: false,
    drawing: null,
    heads: ['范围', '种数'],
    rows,
  };
}

/** Matters that townships put into different lists. */
export function movedFigure({ matters }: Handbook): Figure {
  const moved = matters.all.filter(listsDiffer);
  const heading = '在各乡镇不同清单里的事项';
  const words = (slug: ListSlug, entries: readonly Entry[]): string =>
    townshipsInWords(entries.filter(({ duty }) => duty.list === slug).map(({ township }) => township)) || '—';
  return {
    id: 'moved',
    heading,
    note: `共 ${moved.length} 种。同一件事，有的乡镇自己做，有的配合做，有的已由上级收回。`,
    byList: true,
    isLong: moved.length > SHEET_BARS,
    drawing: barsByList(
      'moved',
      heading,
      `共 ${moved.length} 种，每条表示一种事项在几个乡镇的哪张清单`,
      moved.map((matter) => ({ name: shorten(usualName(matter), 16), counts: counts(matter.entries) })),
    ),
    heads: ['事项', ...LIST_HEADS],
    rows: moved.map((matter) => ({
      ...link(`${comparePath(matter.category.id)}#${matterAnchor(matter.id)}`, usualName(matter)),
      cells: LIST_SLUGS.map((slug) => words(slug, matter.entries)),
    })),
  };
}
