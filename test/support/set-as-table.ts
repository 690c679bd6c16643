/** Sets a township's duties as a delimited document, in the habits of the documents we know and of some we do not. */
import type { Clause } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { Township } from '../../src/domain/township.ts';

export interface TableSetting {
  name: string;
  /** How a cell of clauses is marked up. */
  cell: (clauses: string[]) => string;
  /** Rows on a page; the head is repeated on the next one. */
  page: number;
  /** What stands between two pages besides blank lines. */
  mark: (page: number) => string;
  /** How the township calls its own part: 镇配合职责 */
  own: string;
  reclaimed: '收回' | '回收';
  fullWidth?: boolean;
  cover?: string[];
}

const list = (clauses: string[], close: string) =>
  `<ol style="list-style-type: none"> ${clauses.join(' ')} ${close}`;

/** The settings the test reads; each differs from the seeds in several ways at once. */
export const TABLE_SETTINGS: TableSetting[] = [
  {
    name: 'paragraphs, small pages, page marks',
    cell: (clauses) => clauses.map((clause) => `<p>${clause}</p>`).join(' '),
    page: 4,
    mark: (page) => `第 ${page} 页，共 99 页`,
    own: '街道配合职责',
    reclaimed: '回收',
    cover: ['# 三张清单', '2025 年 11 月', '目 录', '1. 基本履职事项清单……1', '2. 配合履职事项清单……9'],
  },
  {
    name: 'list items, dashes around page numbers',
    cell: (clauses) =>
      list(
        clauses.map((clause) => `<li>${clause}</li>`),
        '</ol>',
      ),
    page: 9,
    mark: (page) => `- ${page} -`,
    own: '乡镇（街道）配合职责',
    reclaimed: '收回',
    fullWidth: true,
  },
  {
    name: 'unclosed lists, bare page numbers',
    cell: (clauses) => list(clauses, ''),
    page: 30,
    mark: (page) => String(page),
    own: '镇（街道）配合职责',
    reclaimed: '收回',
    cover: ['说明', '一、编制过程', '按照乡镇主体、自下而上的思路编制。', '目录', '基本履职事项清单\t1'],
  },
  {
    name: 'bare text, no page breaks',
    cell: (clauses) => clauses.join(' '),
    page: 1000,
    mark: () => '',
    own: '乡配合职责',
    reclaimed: '回收',
  },
];

const words = (clauses: Clause[] | null): string[] =>
  (clauses ?? []).map(({ marker = '', text }) => marker + text);

/** The published cells of a duty after its number, clauses one by one. */
export function cellsOf(duty: Duty): string[][] {
  const head = [[duty.category], [duty.name]];
  if (duty.list === 'cooperative')
    return [...head, [duty.departmentsText], words(duty.superiorDuties), words(duty.townshipDuties)];
  return duty.list === 'reclaimed' ? [...head, words(duty.takeover)] : head;
}

const wide = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** The document, its lines ending in LF. `title` is the township's full name. */
export function setAsTable({ duties }: Township, setting: TableSetting, title: string): string {
  const heads = {
    basic: ['基本履职事项', '序号\t事项类别\t事项名称'],
    cooperative: ['配合履职事项', `序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t${setting.own}`],
    reclaimed: [`上级部门${setting.reclaimed}事项`, '序号\t事项类别\t事项名称\t承接部门及工作方式'],
  } as const;
  const lines = [...(setting.cover ?? [])];
  let page = 1;
  for (const [slug, [name, head]] of Object.entries(heads)) {
    lines.push('', `## ${title}${name}清单`, '', head);
    duties
      .filter((duty) => duty.list === slug)
      .forEach((duty, at) => {
        if (at > 0 && at % setting.page === 0) lines.push('', setting.mark(page++), '', head);
        const cells = cellsOf(duty).map((cell) => (cell.length > 1 ? setting.cell(cell) : (cell[0] ?? '')));
        lines.push([setting.fullWidth ? wide(duty.number) : String(duty.number), ...cells].join('\t'));
      });
  }
  return lines.join('\n');
}
