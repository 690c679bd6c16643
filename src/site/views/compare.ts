/** The pages of comparison: rows are matters, columns townships, cells the list in which a township has it. */
import { comparePath, dutyPath, matterAnchor } from '../../domain/address.ts';
import type { CategoryEntry } from '../../domain/category.ts';
import { LIST_SLUGS, type ListSlug } from '../../domain/lists.ts';
import type { Township } from '../../domain/township.ts';
import { type Download, downloads } from '../data.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href, type Link, link } from '../links.ts';
import {
  dutiesOf,
  isLone,
  listsDiffer,
  type MatterDuty,
  type MatterEntries,
  mattersOf,
  usualName,
} from '../matters.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { cellWords, townshipName } from '../words.ts';

/** Up to here all townships stand on the page; beyond, the reader chooses and a script fetches. */
export const MOST_COLUMNS = 12;
/** Townships shown at first where there are too many. */
const FIRST_COLUMNS = 4;

export interface Cell {
  href: string;
  list: ListSlug;
  number: number;
  /** What is to be said of it beside the matter. */
  note: MatterDuty['note'] | '未列本部门';
}

export interface MatrixRow {
  anchor: string;
  name: string;
  /** Townships put it into different lists. */
  differs: boolean;
  /** Only one township has it. */
  lone: boolean;
  /** Who has it, list by list; empty where all townships have a column. */
  holders: Holders[];
  /** One a column; null where the township has nothing of the kind. */
  cells: (Cell | null)[];
}

/** The townships that have a matter in one list, or within a wider duty. */
export interface Holders {
  /** 基本 75 */
  words: string;
  /** 库车市 6 个、拜城县黑英山乡 */
  places: string;
}

/** The townships of a county, to choose from. */
export interface CountyChoice {
  county: string;
  townships: { code: string; name: string }[];
}

export interface MatrixGroup {
  category: Link;
  rows: MatrixRow[];
}

export interface MatrixCounts {
  matters: number;
  everywhere: number;
  differ: number;
  lone: number;
}

export interface CompareView {
  meta: PageMeta;
  columns: { code: string; name: string; href: string }[];
  /** All townships, to choose from. */
  choice: CountyChoice[];
  /** Where a script gets the cells of townships that are not on the page; null where all are. */
  data: string | null;
  groups: MatrixGroup[];
  counts: MatrixCounts;
  /** The data of what the page of a category shows. */
  downloads: Download[];
  /** The pages of the categories, each with its counts. */
  categories: (Link & MatrixCounts)[];
}

const COMPARE: Link = link(comparePath(), '比较');

/** The whole comparison; with many townships the categories with their counts only. */
export function compareView(book: Handbook): CompareView {
  const whole = book.townships.length <= MOST_COLUMNS;
  return {
    ...matrix(book, whole ? book.categories : [], book.matters.all),
    meta: pageMeta({
      path: comparePath(),
      title: '各乡镇事项对照',
      here: '比较',
      description: `${book.townships.length} 个乡镇的对应事项对照：谁在哪张清单，哪些清单不同，哪些只有一个乡镇有`,
    }),
    downloads: [],
    categories: book.categories.map((category) => ({
      ...link(comparePath(category.id), category.name),
      ...countMatters(mattersOf(category, book.matters), book),
    })),
  };
}

export function compareCategoryView(category: CategoryEntry, book: Handbook): CompareView {
  const matters = mattersOf(category, book.matters);
  return {
    ...matrix(book, [category], matters),
    meta: pageMeta({
      path: comparePath(category.id),
      title: `各乡镇“${category.name}”事项对照`,
      here: category.name,
      description: `各乡镇“${category.name}”类的 ${matters.length} 种事项，分别在哪张清单`,
      crumbs: [COMPARE],
    }),
    downloads: downloads(comparePath(category.id), `各乡镇${category.name}事项对照`),
    categories: [],
  };
}

function matrix(book: Handbook, categories: readonly CategoryEntry[], matters: readonly MatterEntries[]) {
  const { townships } = book;
  const few = townships.length <= MOST_COLUMNS;
  const columns = few ? townships : apart(townships, FIRST_COLUMNS);
  return {
    columns: columns.map((township) => ({
      code: township.code,
      name: townshipName(township),
      href: href(`/townships/${township.code}/`),
    })),
    choice: [...Map.groupBy(townships, ({ county }) => county.code).values()].map(countyChoice),
    data: few ? null : 'cells.json',
    groups: categories.map((category) => ({
      category: link(comparePath(category.id), category.name),
      rows: mattersOf(category, book.matters).map((matter) => ({
        ...row(matter, columns),
        holders: few ? [] : holdersOf(matter),
      })),
    })),
    counts: countMatters(matters, book),
  };
}

const countyChoice = (townships: readonly Township[]): CountyChoice => ({
  county: townships[0]?.county.name ?? '',
  townships: townships.map(({ code, name }) => ({ code, name })),
});

/** So many townships, in order of code, of as many counties as there are. */
function apart(townships: readonly Township[], count: number): Township[] {
  const counties = [...Map.groupBy(townships, ({ county }) => county.code).values()];
  const inTurn = counties.flatMap((towns) => towns.map((town, turn) => ({ town, turn })));
  const chosen = inTurn.toSorted((a, b) => a.turn - b.turn).slice(0, count);
  return chosen.map(({ town }) => town).toSorted((a, b) => a.code.localeCompare(b.code));
}

function countMatters(matters: readonly MatterEntries[], { townships }: Handbook): MatrixCounts {
  return {
    matters: matters.length,
    everywhere: matters.filter(({ entries }) => entries.length === townships.length).length,
    differ: matters.filter(listsDiffer).length,
    lone: matters.filter(isLone).length,
  };
}

function holdersOf({ entries, within }: MatterEntries): Holders[] {
  const byList = Map.groupBy(entries, ({ duty }) => duty.list);
  const inLists = LIST_SLUGS.flatMap((list) => {
    const found = byList.get(list) ?? [];
    return found.length > 0 ? [{ words: cellWords(list, found.length, ''), places: placesOf(found) }] : [];
  });
  return within.length > 0
    ? [...inLists, { words: `并入 ${within.length}`, places: placesOf(within) }]
    : inLists;
}

/** County by county, named one by one only where they are alone: a page cannot name all for every matter. */
const placesOf = (entries: readonly Entry[]): string =>
  [...Map.groupBy(entries, ({ township }) => township.county.code).values()]
    .map(([first, ...others]) =>
      first && others.length > 0
        ? `${first.township.county.name} ${others.length + 1} 个`
        : first && townshipName(first.township),
    )
    .join('、');

function row(matter: MatterEntries, columns: readonly Township[]): Omit<MatrixRow, 'holders'> {
  const duties = new Map(dutiesOf(matter).map((duty) => [duty.entry.township, duty]));
  return {
    anchor: matterAnchor(matter.id),
    name: usualName(matter),
    differs: listsDiffer(matter),
    lone: isLone(matter),
    cells: columns.map((township) => cell(duties.get(township))),
  };
}

function cell(found: MatterDuty | undefined): Cell | null {
  if (!found) return null;
  const { entry, note } = found;
  const { township, duty } = entry;
  return { href: href(dutyPath(township.code, duty)), list: duty.list, number: duty.number, note };
}

/** The cells of a category for the script: by township, [anchor, list, number, note]. */
export function cellsOf(
  category: CategoryEntry,
  book: Handbook,
): Record<string, [string, string, number, string][]> {
  const cells: Record<string, [string, string, number, string][]> = {};
  for (const matter of mattersOf(category, book.matters))
    for (const { entry, note } of dutiesOf(matter)) {
      const { township, duty } = entry;
      cells[township.code] ??= [];
      cells[township.code]?.push([matterAnchor(matter.id), duty.list, duty.number, note]);
    }
  return cells;
}
