/** Cuts the body of a list into its rows: which of the lines that begin with a number begin a row? */
import type { Line } from '../rows.ts';
import { foldDigits } from '../text.ts';

/** A line of a row: its text without the number, and whether a blank line or a page's mark or head stands before it. */
export interface FlowLine {
  number: number;
  text: string;
  afterBlank: boolean;
  afterPage: boolean;
}

/** The lines of one row, not yet parted into cells. */
export interface FlowRow {
  number: number;
  /** The number as printed, and its line. */
  printed: string;
  at: number;
  /** The lines that hold more than the number. */
  lines: FlowLine[];
  /** The last of its list. */
  isLast: boolean;
  /** Every non-blank line, that of the number included. */
  all: Line[];
}

/** What speaks for a line as the beginning of a row. */
interface Start {
  index: number;
  number: number;
  printed: string;
  /** What follows the number on its line. */
  rest: string;
  /** The first text after the number, on its line or the next, and the line after that. */
  head: string;
  next: string;
  score: number;
}

/**
 * The first line of a row is its number, alone or with what follows it:
 *
 *     16 民生服务 残疾人证办理 县残联
 *      105 应急管理及
 *     5个工作日，无异议后3日内报县自然资源局审批。      ← not a row, though 5 may be the next number
 */
const NUMBER = /^[\s\u3000]*([0-9０-９]{1,3})(?![0-9０-９.．、,，%％:：~～\-－—/])([\s\u3000]*)(.*)$/u;

/** A number left out costs this much, twice as many no more than a bit more. */
const GAP_COST = 4;
const DISORDER_COST = 4;

/**
 * Cuts a body into rows, each up to the next; `isCategory` knows what stands after a number. Lines before the first row
 * are nobody's.
 */
export function splitRows(body: readonly Line[], isCategory: (text: string) => boolean): FlowRow[] {
  const starts = bestChain(findStarts(body, isCategory));
  return starts.map((start, i) => cutRow(body, start, starts[i + 1]?.index ?? body.length));
}

function findStarts(body: readonly Line[], isCategory: (text: string) => boolean): Start[] {
  const found: Start[] = [];
  for (const [index, line] of body.entries()) {
    const match = NUMBER.exec(line.text);
    if (!match) continue;
    const [, printed = '', gap = '', rest = ''] = match;
    if (gap === '' && rest !== '' && !beginsWithCategory(rest, isCategory)) continue;
    const after = body.slice(index + 1, index + 5).map(({ text }) => text.trim());
    const [head = '', next = ''] = [rest.trim(), ...after].filter((text) => text !== '');
    found.push({
      index,
      number: Number(foldDigits(printed)),
      printed,
      rest: rest.trim(),
      head,
      next,
      score: 0,
    });
  }
  const openings = countOpenings(found);
  for (const start of found) start.score = scoreStart(start, body, isCategory, openings);
  return found;
}

/** The words after a number that recur after others are a category, known or not. */
const opening = (head: string): string => head.split(/\s/u)[0]?.slice(0, 4) ?? '';

function countOpenings(starts: readonly Start[]): Map<string, Set<number>> {
  const counts = new Map<string, Set<number>>();
  for (const { head, number } of starts) {
    const key = opening(head);
    counts.set(key, (counts.get(key) ?? new Set()).add(number));
  }
  return counts;
}

/** What follows a number in a sentence: 5个工作日, 24小时, 3人以上. */
const MEASURE =
  /^(?:[\p{Nd}个年月日时%％.．]|工作日|小时|分钟|天|名|次|元|万|亿|米|公里|亩|户|岁|周|家|级|类|种|项|人(?![民大社才口]))/u;
/** A word or two that could be a category nobody has seen. */
const CATEGORY_LIKE = /^\p{Script=Han}{2,8}(?:\s|$)/u;

function scoreStart(
  start: Start,
  body: readonly Line[],
  isCategory: (text: string) => boolean,
  openings: Map<string, Set<number>>,
): number {
  const { head, next, index } = start;
  const before =
    body
      .slice(0, index)
      .findLast((line) => line.text.trim() !== '')
      ?.text.trim() ?? '';
  let score = -3;
  if (isCategory(head.split(/\s/u)[0] ?? '')) score = 12;
  else if (beginsWithCategory(head, isCategory)) score = 6;
  else if (beginsWithCategory(head + next, isCategory)) score = 4;
  else if ((openings.get(opening(head))?.size ?? 0) > 1) score = 3;
  else if (CATEGORY_LIKE.test(head)) score = -1;
  if (index === 0 || body[index - 1]?.text.trim() === '' || /^\s/u.test(body[index]?.text ?? '')) score += 1;
  if (/[、，：（《“]$/u.test(before)) score -= 6;
  if (MEASURE.test(start.rest)) score -= 6;
  return score;
}

/** `党的建设 党内统计工作` begins with a category, and so does `应急管理及消防建立微型消防站`. */
function beginsWithCategory(text: string, isCategory: (text: string) => boolean): boolean {
  const word = text.split(/[\s\u3000]/u)[0] ?? '';
  for (let end = Math.min(word.length, 14); end >= 2; end -= 1)
    if (isCategory(word.slice(0, end))) return true;
  return false;
}

/** The chain of starts with the best sum: numbers go up by one, with some tolerance. */
function bestChain(starts: readonly Start[]): Start[] {
  const best: { total: number; before: number }[] = [];
  for (const [i, start] of starts.entries()) {
    let choice = { total: -stepCost(0, start.number), before: -1 };
    for (let j = Math.max(0, i - 60); j < i; j += 1) {
      const total = (best[j]?.total ?? 0) - stepCost(starts[j]?.number ?? 0, start.number);
      if (total > choice.total) choice = { total, before: j };
    }
    best.push({ total: choice.total + start.score, before: choice.before });
  }
  const chain: Start[] = [];
  let at = best.reduce((top, { total }, i) => (total > (best[top]?.total ?? -Infinity) ? i : top), 0);
  for (; at >= 0 && starts[at]; at = best[at]?.before ?? -1) chain.unshift(starts[at] as Start);
  return chain;
}

function stepCost(from: number, to: number): number {
  if (to === from + 1) return -2;
  if (to > from) return GAP_COST + Math.log2(to - from);
  return DISORDER_COST;
}

function cutRow(body: readonly Line[], start: Start, end: number): FlowRow {
  const lines: FlowLine[] = [];
  const all: Line[] = [];
  let afterBlank = false;
  let afterPage = false;
  for (const [offset, line] of body.slice(start.index, end).entries()) {
    const text = offset === 0 ? start.rest : line.text.trim();
    if (line.text.trim() !== '') all.push(line);
    afterPage ||= offset > 0 && line.number > (body[start.index + offset - 1]?.number ?? 0) + 1;
    if (text !== '') lines.push({ number: line.number, text, afterBlank, afterPage });
    if (offset > 0 || start.rest !== '') afterBlank = text === '';
    if (text !== '') afterPage = false;
  }
  const { number, printed, index } = start;
  return { number, printed, at: body[index]?.number ?? 0, lines, isLast: end === body.length, all };
}
