/** The pages of categories: all with their counts, and the duties of one by township and list. */
import { categoryPath, comparePath } from '../../domain/address.ts';
import type { CategoryEntry } from '../../domain/category.ts';
import { type Download, downloads } from '../data.ts';
import type { Handbook } from '../entries.ts';
import { type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { byCounty, type CountyPart, countyJumps, type Jump } from './by-county.ts';
import { countLists, type FigureRow, LIST_HEADS, type ListCount } from './shared.ts';

export interface CategoryLine extends Link {
  lists: ListCount[];
  total: number;
}

export interface CategoriesView {
  meta: PageMeta;
  heads: string[];
  rows: FigureRow[];
}

export const categoryLines = ({ categories, ofCategory }: Handbook): CategoryLine[] =>
  categories.map((category) => {
    const entries = ofCategory.get(category.id) ?? [];
    return {
      ...link(categoryPath(category.id), category.name),
      lists: countLists(entries),
      total: entries.length,
    };
  });

export const categoriesView = (handbook: Handbook): CategoriesView => ({
  meta: pageMeta({
    path: '/categories/',
    title: '全部事项类别',
    here: '类别',
    description: `${handbook.categories.length} 个事项类别，各有多少基本履职、配合履职和上级收回事项`,
  }),
  heads: ['类别', ...LIST_HEADS, '合计'],
  rows: categoryLines(handbook).map(({ text, href, lists, total }) => ({
    text,
    href,
    cells: [...lists.map(({ count }) => count), total],
  })),
});

export interface CategoryView {
  meta: PageMeta;
  name: string;
  /** Other wordings as printed. */
  wordings: string[];
  total: number;
  /** The same category as a matrix of townships. */
  compare: Link;
  /** The data of what the page shows. */
  downloads: Download[];
  lists: ListCount[];
  jumps: Jump[];
  counties: CountyPart[];
}

export function categoryView(category: CategoryEntry, { ofCategory }: Handbook): CategoryView {
  const entries = ofCategory.get(category.id) ?? [];
  const counties = byCounty(entries);
  const wordings = new Set(entries.map((entry) => entry.duty.category));
  return {
    meta: pageMeta({
      path: categoryPath(category.id),
      title: `${category.name}类事项`,
      here: category.name,
      description: `各乡镇履职事项清单中“${category.name}”类事项，共 ${entries.length} 项`,
      crumbs: [link('/categories/', '类别')],
    }),
    name: category.name,
    wordings: [...wordings].filter((wording) => wording !== category.name),
    total: entries.length,
    compare: link(comparePath(category.id), `“${category.name}”事项对照表`),
    downloads: downloads(categoryPath(category.id), `${category.name}类事项`),
    lists: countLists(entries),
    jumps: countyJumps(counties),
    counties,
  };
}
