/** Cuts a column-flow document into the texts of its three lists, as far as the tests of the row reader need it. */
import type { ListSlug } from '../../src/domain/lists.ts';
import type { ListText } from '../../src/extract/rows.ts';

const KINDS: [RegExp, ListSlug][] = [
  [/基本履职事项清单$/u, 'basic'],
  [/配合履职事项清单$/u, 'cooperative'],
  [/上级部门[收回]回事项清单$/u, 'reclaimed'],
];

export function cutLists(text: string): ListText[] {
  const lists: ListText[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const at = { number: index + 1, text: line };
    const kind = KINDS.find(([heading]) => heading.test(line.trim()))?.[1];
    if (kind) lists.push({ list: kind, heading: at, columns: [], body: [] });
    else if (/^\s*序号\s+事项类别/u.test(line)) lists.at(-1)?.columns.push(...line.trim().split(/\s+/));
    else if (!/^第\s*\d+\s*页，共\s*\d+\s*页$/u.test(line.trim())) lists.at(-1)?.body.push(at);
  }
  return lists;
}
