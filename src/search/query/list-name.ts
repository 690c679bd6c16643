/** Names of lists in a query: 温宿县 上级收回 asks for 温宿县 in that list. No duty's text holds such a name. */
import type { Filters } from './filter.ts';
import { chosen } from './filter.ts';
import { unquoted } from './word.ts';

const NAMES: [list: string, name: string][] = [
  ['basic', '基本履职(?:事项)?(?:清单)?'],
  ['cooperative', '配合履职(?:事项)?(?:清单)?'],
  ['reclaimed', '(?:上级(?:部门)?(?:收回|回收)(?:事项)?|收回事项)(?:清单)?'],
];

export interface ListsRead {
  /** The query without names of lists, and quotation marks around it. */
  rest: string;
  /** The lists named: basic, cooperative, reclaimed. */
  lists: string[];
}

/** Takes the names of lists off the words of a query; 收回, which is a word like others, only beside other words. */
export function readLists(query: string): ListsRead {
  const words = unquoted(query).trim().split(/\s+/u);
  const lists = new Set<string>();
  const rest = words.map((word) => {
    if (word === '收回' && words.length > 1) {
      lists.add('reclaimed');
      return '';
    }
    return NAMES.reduce((left, [list, name]) => {
      const without = left.replace(new RegExp(`^${name}的?|的?${name}$`, 'u'), '');
      if (without !== left) lists.add(list);
      return without;
    }, word);
  });
  return { rest: rest.filter((word) => word !== '').join(' '), lists: [...lists] };
}

/** Filters with lists added to those chosen. */
export const withLists = (filters: Filters, lists: readonly string[]): Filters =>
  lists.length === 0 ? filters : { ...filters, list: [...new Set([...chosen(filters, 'list'), ...lists])] };
