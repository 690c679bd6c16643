/** The pages of categories: all with their counts, and the duties of one by township and list. */
import { categoryPath, comparePath } from '../../domain/address.ts';
import type { CategoryEntry } from '../../domain/category.ts';
import { LIST_SLUGS, type ListSlug } from '../../domain/lists.ts';
import { downloads } from '../data.ts';
import { type Entry, groupBy, type Handbook } from '../entries.ts';
import { type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import {
  countLists,
  type DutyLine,
  dutyLine,
  type FigureRow,
  LIST_HEADS,
  type ListCount,
  townshipLink,
} from './shared.ts';

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
  downloads: Link[];
  lists: ListCount[];
  townships: { place: Link; lists: { list: ListSlug; duties: DutyLine[] }[] }[];
}

export function categoryView(category: CategoryEntry, { ofCategory }: Handbook): CategoryView {
  const entries = ofCategory.get(category.id) ?? [];
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
    downloads: downloads(categoryPath(category.id)),
    lists: countLists(entries),
    townships: byTownshipAndList(entries),
  };
}

function byTownshipAndList(entries: readonly Entry[]): CategoryView['townships'] {
  const groups = groupBy(entries, (entry) => [entry.township.code]);
  return [...groups.values()].flatMap((members) => {
    const township = members[0]?.township;
    return township ? [{ place: townshipLink(township), lists: dutiesByList(members) }] : [];
  });
}

/** The lists that have any, with their duties. */
const dutiesByList = (entries: readonly Entry[]): { list: ListSlug; duties: DutyLine[] }[] =>
  LIST_SLUGS.map((list) => ({
    list,
    duties: entries.filter((entry) => entry.duty.list === list).map(dutyLine),
  })).filter(({ duties }) => duties.length > 0);
