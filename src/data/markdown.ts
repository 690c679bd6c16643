/** A township as one Markdown file: its facts, preface, three lists as GFM tables, and what was corrected in them. */
import { townshipPath } from '../domain/address.ts';
import type { Correction } from '../domain/duty.ts';
import { COLUMNS, LIST_SLUGS, LISTS, type ListSlug } from '../domain/lists.ts';
import { nameWithCounty, type Township } from '../domain/township.ts';
import { cells } from './list-sheets.ts';
import type { DutyRecord } from './records.ts';
import { LICENCE, STATEMENT } from './statement.ts';

/** The township's Markdown; `records` are its duties, `site` is the site's address where that is known. */
export function townshipMarkdown(
  township: Township,
  records: readonly DutyRecord[],
  site: string | null,
): string {
  const { province, prefecture, county, name } = township;
  return [
    `# ${escaped(nameWithCounty(county.name, name))}履职事项清单`,
    facts([
      ['全称', province.name + prefecture.name + nameWithCounty(county.name, name)],
      ['区划代码', township.code],
      ['版本', township.edition ?? '原文未注明日期'],
      [
        '事项',
        LIST_SLUGS.map((list) => `${LISTS[list].chinese} ${ofList(records, list).length} 项`).join('，'),
      ],
      ['原始文件', `${township.seed.file}（SHA-256 ${township.seed.sha256}）`],
      ['说明', STATEMENT.join('')],
      ['许可证', LICENCE.path],
      ...(site ? [['网页', site + townshipPath(township.code)] as const] : []),
    ]),
    ...preface(township),
    ...LIST_SLUGS.flatMap((list) => section(township, list, ofList(records, list))),
    ...corrections(township),
  ]
    .join('\n\n')
    .concat('\n');
}

const facts = (lines: (readonly [string, string])[]): string =>
  lines.map(([label, value]) => `- ${label}：${addressed(value)}`).join('\n');

/** An address is linked, and nothing in it can be escaped. */
const addressed = (value: string): string => (/^https?:/.test(value) ? `<${value}>` : escaped(value));

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

const corrections = ({ corrections }: Township): string[] =>
  corrections.length === 0
    ? []
    : [
        '## 勘误',
        '上文已更正下列识读错误，行号指原始文件。',
        corrections.map((correction) => `- ${inCell(correctionText(correction))}`).join('\n'),
      ];

/** A correction as one text, its words as they stand in the document and in its stead. */
const correctionText = ({ line, was, now, why }: Correction): string =>
  `第 ${line} 行：原为“${was}”，${now ? `更正为“${now}”` : '删去'}。依据：${why}`;

const tableRow = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

/** A line break in a table cell or an item can only be HTML. */
const inCell = (value: string | number): string => escaped(String(value)).replaceAll('\n', '<br>');

/** Text that Markdown would read as marks stays text. */
const escaped = (text: string): string => text.replace(/[\\`*_~<>|[\]&#]/g, '\\$&');

const ofList = (records: readonly DutyRecord[], list: ListSlug): DutyRecord[] =>
  records.filter((record) => record.list === list);
