/** The parts of a document: cover, table of contents, preface and the text of each list. */
import { LISTS, type ListSlug } from '../domain/lists.ts';
import { type Finding, finding } from './finding.ts';
import type { Line, ListText } from './rows.ts';
import { bareText, foldDigits } from './text.ts';

/** What a line of a seed belongs to; every non-blank line has exactly one claim. */
export type Claim = 'cover' | 'contents' | 'preface' | 'heading' | 'head' | 'page-mark' | 'row';

export interface Sections {
  /** Rows stand one a line with tabs between the cells; otherwise the text runs column by column. */
  delimited: boolean;
  cover: Line[];
  preface: Line[];
  lists: ListText[];
  claims: Map<Line, Claim>;
  findings: Finding[];
}

/**
 * The parts of a document, in order of their lines. Each list begins with its heading (which may be absent) and
 * its table head; the head's columns say which list it is. Page marks and repeated heads are claimed and taken out.
 */
export function splitSections(lines: Line[], file: string): Sections {
  const heads = findHeads(lines);
  const delimited = heads.some((head) => head.lines.some((line) => line.text.includes('\t')));
  const claims = new Map<Line, Claim>();
  for (const head of heads) for (const line of head.lines) claims.set(line, 'head');
  claimPageMarks(lines, delimited, claims);
  const starts = listStarts(lines, heads, claims);
  const front = lines.slice(0, starts[0]?.at ?? lines.length);
  const { cover, preface } = claimFront(front, claims);
  const lists = starts.map((start, index) => listText(lines, start, starts[index + 1]?.at, claims));
  return { delimited, cover, preface, lists, claims, findings: checkLists(starts, lines, claims, file) };
}

/** A table head: the lines it stands on and the columns it names. */
interface Head {
  list: ListSlug;
  columns: string[];
  lines: Line[];
  at: number;
}

const NUMBER = '序号';
const CATEGORY = '(?:事项)?(?:类别|类型|分类)';
const NAME = '(?:履职)?事项名称|履职事项';
/** 序号 事项类别 事项名称 [对应上级部门 上级部门职责 镇配合职责 | 承接部门及工作方式] */
const HEADS: readonly [ListSlug, RegExp][] = [
  ['basic', new RegExp(`^(${NUMBER})(${CATEGORY})(${NAME})$`)],
  [
    'cooperative',
    new RegExp(
      `^(${NUMBER})(${CATEGORY})(${NAME})((?:对应)?(?:上级|牵头|责任)部门)(上级部门职责)(\\S{0,12}?配合职责)$`,
    ),
  ],
  [
    'reclaimed',
    new RegExp(`^(${NUMBER})(${CATEGORY})(${NAME})(承接部门(?:及|和|与|、)?(?:(?:工作|承接|办理)?方式)?)$`),
  ],
];
/** A head's cells can be wrapped; a head never takes more lines than this. */
const MAX_HEAD_LINES = 8;

function findHeads(lines: Line[]): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at++) {
    const head = headAt(lines, at);
    if (!head) continue;
    heads.push(head);
    at += head.lines.length - 1;
  }
  return heads;
}

/** The longest run of lines from `at` that reads as a table head, its cells wrapped or not. */
function headAt(lines: Line[], at: number): Head | null {
  if (!bareText(lines[at]?.text ?? '').startsWith(NUMBER)) return null;
  let found: Head | null = null;
  let joined = '';
  for (let end = at; end < Math.min(at + MAX_HEAD_LINES, lines.length); end++) {
    joined += bareText(lines[end]?.text ?? '');
    for (const [list, pattern] of HEADS) {
      const match = pattern.exec(joined);
      if (match) found = { list, columns: match.slice(1), lines: lines.slice(at, end + 1), at };
    }
  }
  return found && { ...found, lines: found.lines.filter(isText) };
}

const isText = (line: Line): boolean => bareText(line.text) !== '';

/** 第 8 页，共 61 页 · - 12 - · 12/61 · Page 12 of 61 */
const PAGE_MARK = /^(第\d+页([，,]?共\d+页)?|[-—–－·•]+\d+[-—–－·•]+|\d+\/\d+|page\d+(of\d+)?)$/i;
const BARE_NUMBER = /^\d{1,4}$/;

function claimPageMarks(lines: Line[], delimited: boolean, claims: Map<Line, Claim>): void {
  lines.forEach((line, at) => {
    if (claims.has(line)) return;
    const text = foldDigits(bareText(line.text));
    const mark =
      PAGE_MARK.test(text) || (BARE_NUMBER.test(text) && (delimited || endsPage(lines, at, claims)));
    if (mark) claims.set(line, 'page-mark');
  });
}

/** A bare number is a page's only where a page ends: right before a table head or at the end of the file. */
function endsPage(lines: Line[], at: number, claims: Map<Line, Claim>): boolean {
  const next = lines.slice(at + 1).find(isText);
  return next === undefined || claims.get(next) === 'head';
}

/** 伊犁州昭苏县喀夏加尔镇上级部门收回事项清单 · # … · 英吉沙县萨罕镇配合履职事项清单（公布版） */
const HEADING = /(基本履职事项|配合履职事项|上级部门(?:收回|回收)事项)清单(（[^（）]*）)?$/;

export const headingText = (line: Line): string => bareText(line.text).replace(/^#+|\*\*/g, '');

interface ListStart {
  list: ListSlug;
  heading: Line;
  columns: string[];
  /** Index of the first line that belongs to the list. */
  at: number;
}

/** A list starts where a head's columns differ from the head before it, or under a heading of its own. */
function listStarts(lines: Line[], heads: Head[], claims: Map<Line, Claim>): ListStart[] {
  const starts: ListStart[] = [];
  for (const head of heads) {
    const headingAt = headingBefore(lines, head.at);
    if (headingAt === null && starts.at(-1)?.list === head.list) continue;
    const heading = lines[headingAt ?? head.at] as Line;
    if (headingAt !== null) claims.set(heading, 'heading');
    starts.push({ list: head.list, heading, columns: head.columns, at: headingAt ?? head.at });
  }
  return starts;
}

/** The heading right above a head, page marks and blank lines aside. */
function headingBefore(lines: Line[], at: number): number | null {
  for (let above = at - 1; above >= 0; above--) {
    const line = lines[above] as Line;
    if (!isText(line) || PAGE_MARK.test(foldDigits(bareText(line.text)))) continue;
    return HEADING.test(headingText(line)) ? above : null;
  }
  return null;
}

const PREFACE = /^#*说明$/;
const CONTENTS = /^#*目录$/;
/** 1. 基本履职事项清单.....	1 */
const CONTENTS_ENTRY = /清单[.…·\-—－\s]*\d*$/;

/** Claims the lines before the first list: cover first, then 说明 and 目录 in either order. */
function claimFront(front: Line[], claims: Map<Line, Claim>): { cover: Line[]; preface: Line[] } {
  const parts: Record<'cover' | 'preface' | 'contents', Line[]> = { cover: [], preface: [], contents: [] };
  let part: keyof typeof parts = 'cover';
  for (const line of front) {
    if (!isText(line) || claims.has(line)) continue;
    const text = headingText(line);
    if (PREFACE.test(text)) part = 'preface';
    else if (CONTENTS.test(text)) part = 'contents';
    else if (part === 'contents' && !CONTENTS_ENTRY.test(text)) part = 'preface';
    claims.set(line, part);
    if (!PREFACE.test(text) && !CONTENTS.test(text)) parts[part].push(line);
  }
  return { cover: parts.cover, preface: parts.preface };
}

function listText(
  lines: Line[],
  start: ListStart,
  end: number | undefined,
  claims: Map<Line, Claim>,
): ListText {
  const body = lines.slice(start.at, end).filter((line) => !claims.has(line));
  for (const line of body) if (isText(line)) claims.set(line, 'row');
  return { list: start.list, heading: start.heading, columns: start.columns, body };
}

function checkLists(starts: ListStart[], lines: Line[], claims: Map<Line, Claim>, file: string): Finding[] {
  const findings = unknownHeads(lines, claims, file);
  for (const { slug, chinese } of Object.values(LISTS)) {
    const found = starts.filter((start) => start.list === slug);
    if (found.length === 0)
      findings.push(finding('list-missing', file, null, `没有找到“${chinese}清单”的表头`));
    for (const again of found.slice(1))
      findings.push(finding('list-doubled', file, again.heading.number, `“${chinese}清单”出现了不止一次`));
  }
  return findings;
}

function unknownHeads(lines: Line[], claims: Map<Line, Claim>, file: string): Finding[] {
  return lines
    .filter((line) => bareText(line.text).startsWith(NUMBER) && claims.get(line) !== 'head')
    .map((line) =>
      finding('unknown-head', file, line.number, `不认识的表头：${line.text.trim().slice(0, 60)}`),
    );
}
