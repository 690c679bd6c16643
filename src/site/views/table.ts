/** One of the three lists as a table, cell by cell as published. */
import { dutyPath } from '../../domain/address.ts';
import { LISTS, type ListSlug } from '../../domain/lists.ts';
import type { Entry } from '../entries.ts';
import { href } from '../links.ts';
import { type MarkedClause, marked, markedClauses, marksOn, type Part } from '../marked.ts';
import { TEXT_COLUMNS } from '../office-clauses.ts';
import { columnHead } from '../words.ts';

export interface Row {
  anchor: string;
  href: string;
  number: number;
  category: Part[];
  name: Part[];
  departments: Part[];
  /** The cells after the department cell: 上级部门职责 and 配合职责, or 承接部门及工作方式. */
  texts: MarkedClause[][];
}

/** Rows of one category that follow one another. */
export interface RowGroup {
  anchor: string;
  category: string;
  rows: Row[];
}

export interface TableView {
  list: ListSlug;
  caption: string;
  heads: string[];
  groups: RowGroup[];
  count: number;
}

/** The table of some entries of one list; `prefix` keeps anchors apart where several townships share a page. */
export function tableView(
  list: ListSlug,
  caption: string,
  entries: readonly Entry[],
  prefix = '',
): TableView {
  const [first] = entries;
  const heads = first ? LISTS[list].columns.map((column) => columnHead(first.township, list, column)) : [];
  return { list, caption, heads, groups: groups(entries, `${prefix}${list}`), count: entries.length };
}

function groups(entries: readonly Entry[], prefix: string): RowGroup[] {
  const found: RowGroup[] = [];
  for (const entry of entries) {
    const category = entry.duty.category;
    if (found.at(-1)?.category !== category) {
      found.push({ anchor: `${prefix}-c${found.length + 1}`, category, rows: [] });
    }
    found.at(-1)?.rows.push(row(entry, prefix));
  }
  return found;
}

function row({ township, duty }: Entry, prefix: string): Row {
  return {
    anchor: `${prefix}-${duty.number}`,
    href: href(dutyPath(township.code, duty)),
    number: duty.number,
    category: marked(duty.category, marksOn(duty, 'category')),
    name: marked(duty.name, marksOn(duty, 'name')),
    departments: marked(duty.departmentsText, marksOn(duty, 'departments')),
    texts: TEXT_COLUMNS.filter((column) => duty[column]).map((column) => markedClauses(duty, column)),
  };
}
