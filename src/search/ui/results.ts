/** How results are shown, in the box and on the search page. */
import {
  type Counterpart,
  counterpart,
  duties,
  type Expansion,
  type Found,
  groups,
  present,
  type Result,
} from '../search.ts';
import { BADGES } from './badges.ts';
import { element, markedText } from './dom.ts';
import { leading } from './mine.ts';

/** A result with the same duty in other places: the first of them, and the pages of the rest. */
export interface Shown {
  result: Result;
  others: Counterpart[];
  rest: number[];
}

/** A prefecture has the same duty a hundred times; what is not shown is not loaded. */
const FIRST = 8;

/** The results of the groups from `start`, at most `most` of them, how many groups there are, and what was found in words. */
export async function shownGroups(found: Found, start: number, most: number) {
  const all = groups(found, found.pages, leading());
  const some = all.slice(start, start + most);
  const results = await present(
    found,
    some.map(([first = 0]) => first),
  );
  const shown = results.map(async (result, index): Promise<Shown> => {
    const others = result.kind === 'duty' ? (some[index]?.slice(1) ?? []) : [];
    return { result, others: await counterparts(found, others.slice(0, FIRST)), rest: others.slice(FIRST) };
  });
  return { groups: all.length, words: countWords(found), shown: await Promise.all(shown) };
}

export const counterparts = (found: Found, pages: readonly number[]): Promise<Counterpart[]> =>
  Promise.all(pages.map((page) => counterpart(found, page)));

const KINDS = { duty: '事项', department: '部门', township: '乡镇', page: '说明' };

/** The address of a result, with the words to mark there. */
export function withMarks(url: string, marks: readonly string[]): string {
  const words = marks.slice(0, 6).join(' ');
  return words === '' ? url : `${url}?${new URLSearchParams({ mark: words })}`;
}

export const titleLine = ({ title, titleMarks }: Result) => markedText(title, titleMarks);

/** Badge, place, category and departments of a result. */
export function aboutLine({ kind, list, township, category, departments }: Result): HTMLElement {
  const badge = list
    ? element('b', { class: `badge ${list}` }, BADGES[list] ?? list)
    : element('b', { class: 'badge' }, KINDS[kind]);
  const words = [township, category, departments.join('、')].filter((word) => word);
  return element('span', { class: 'about' }, badge, ` ${words.join(' · ')}`);
}

export const passageLine = ({ excerpt, marks }: Result): HTMLElement =>
  element('span', { class: 'passage' }, ...markedText(excerpt, marks));

/** 找到 12 项，对应事项合并为 5 条；另有 2 个部门、乡镇或说明页 */
function countWords(found: Found): string {
  const some = duties(found);
  const { length: merged } = groups(found, some);
  const others = found.pages.length - some.length;
  const words = [
    some.length > 0 && `${some.length} 项${merged < some.length ? `，对应事项合并为 ${merged} 条` : ''}`,
    others > 0 && `${others} 个部门、乡镇或说明页`,
  ];
  return `${found.exact ? '找到' : '约找到'} ${words.filter((word) => word).join('；另有 ')}`;
}

/** 也查了：低保 → 最低生活保障 */
export function expansionWords(expanded: readonly Expansion[]): string {
  const lines = expanded.map(
    ({ say, means }) => `${say} → ${means.slice(0, 4).join('、')}${means.length > 4 ? '等' : ''}`,
  );
  return `也查了：${lines.join('；')}`;
}
