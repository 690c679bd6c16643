/** Wordings that several kinds of page share. */
import { COLUMNS, type Column, LIST_SLUGS, LISTS, type ListSlug } from '../domain/lists.ts';
import { nameWithCounty, type Township } from '../domain/township.ts';

/** 昭苏县喀夏加尔镇 */
export const townshipName = ({ county, name }: Township): string => nameWithCounty(county.name, name);

/** Names beyond which only their number is told. */
const MOST_NAMES = 12;

/**
 * Townships as a sentence has them: 英吉沙县萨罕镇、乌恰县乌恰镇, or by county where one has several: 库车市：乌恰镇、牙哈镇；英吉沙县：萨罕镇.
 * Where they are many: 库车市 6 个乡镇；英吉沙县：萨罕镇.
 */
export function townshipsInWords(townships: readonly Township[]): string {
  const counties = [...Map.groupBy(townships, ({ county }) => county.code).values()];
  if (counties.length === townships.length) return townships.map(townshipName).join('、');
  return counties.map((members) => inCounty(members, townships.length > MOST_NAMES)).join('；');
}

function inCounty(townships: readonly Township[], areMany: boolean): string {
  const county = townships[0]?.county.name;
  return areMany && townships.length > 1
    ? `${county} ${townships.length} 个乡镇`
    : `${county}：${townships.map(({ name }) => name).join('、')}`;
}

/** 新疆维吾尔自治区伊犁哈萨克自治州昭苏县喀夏加尔镇 */
export const fullName = (township: Township): string =>
  township.province.name + township.prefecture.name + townshipName(township);

/** 2025-07 as 2025年7月. */
export function editionWords(edition: string | null): string {
  const [year, month] = edition?.split('-') ?? [];
  return year && month ? `${year}年${Number(month)}月` : '原文未注明日期';
}

/** Whose duty it is, in the township's own words for itself (本镇). */
export function ownership(list: ListSlug, { kind }: Township): string {
  if (list === 'basic') return `本${kind}负责`;
  return list === 'cooperative' ? `上级部门牵头、本${kind}配合` : '已由上级部门收回';
}

/** A column's head as the township printed it. */
export function columnHead(township: Township, list: ListSlug, column: Column): string {
  const published = township.lists.find((entry) => entry.list === list);
  return published?.columns[LISTS[list].columns.indexOf(column)] ?? COLUMNS[column];
}

/** The list's heading as printed: 伊犁州昭苏县喀夏加尔镇基本履职事项清单. */
export const listHeading = (township: Township, list: ListSlug): string =>
  township.lists.find((entry) => entry.list === list)?.heading ??
  `${township.name}${LISTS[list].chinese}清单`;

/** The first characters of a text for titles; a cut is shown. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

/** 第 1009–1061 行 */
export const lineWords = ([first, last]: readonly [number, number]): string =>
  first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`;

/** 基本, 配合, 收回 */
const LIST_WORDS = Object.fromEntries(
  LIST_SLUGS.map((slug) => [slug, LISTS[slug].short.replace(/履职|上级/, '')]),
);

/** A cell of a matrix: 基本 72 部分 */
export const cellWords = (list: ListSlug, number: number, note: string): string =>
  [LIST_WORDS[list], number, note].join(' ').trim();
