/** A township as one Markdown file: its facts, preface and three lists as GFM tables. */
import { COLUMNS, LIST_SLUGS, LISTS, type ListSlug } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import { cells } from './list-sheets.ts';
import type { DutyRecord } from './records.ts';

/** The township's Markdown; `records` are its duties. */
export function townshipMarkdown(township: Township, records: readonly DutyRecord[]): string {
  const { province, prefecture, county, name } = township;
  return [
    `# ${escaped(`${county.name}${name}`)}履职事项清单`,
    facts([
      ['全称', province.name + prefecture.name + county.name + name],
      ['区划代码', township.code],
      ['版本', township.edition ?? '原文未注明日期'],
      [
        '事项',
        LIST_SLUGS.map((list) => `${LISTS[list].chinese} ${ofList(records, list).length} 项`).join('，'),
      ],
      ['原始文件', `${township.seed.file}（SHA-256 ${township.seed.sha256}）`],
    ]),
    ...preface(township),
    ...LIST_SLUGS.flatMap((list) => section(township, list, ofList(records, list))),
  ]
    .join('\n\n')
    .concat('\n');
}

const facts = (lines: [string, string][]): string =>
  lines.map(([label, value]) => `- ${label}：${escaped(value)}`).join('\n');

const preface = ({ preface }: Township): string[] =>
  preface.map(({ kind, text }) => (kind === 'section' ? `## ${escaped(text)}` : escaped(text)));

function section(township: Township, list: ListSlug, records: readonly DutyRecord[]): string[] {
  const published = township.lists.find((entry) => entry.list === list);
  const heads = LISTS[list].columns.map((column, index) => published?.columns[index] ?? COLUMNS[column]);
  return [
    `## ${escaped(published?.heading ?? `${LISTS[list].chinese}清单`)}`,
    [heads, heads.map(() => '---'), ...records.map((record) => cells(record).map(inCell))]
      .map(tableRow)
      .join('\n'),
  ];
}

const tableRow = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

/** A line break in a table cell can only be HTML. */
const inCell = (value: string | number): string => escaped(String(value)).replaceAll('\n', '<br>');

/** Text that Markdown would read as marks stays text. */
const escaped = (text: string): string => text.replace(/[\\`*_~<>|[\]&#]/g, '\\$&');

const ofList = (records: readonly DutyRecord[], list: ListSlug): DutyRecord[] =>
  records.filter((record) => record.list === list);
