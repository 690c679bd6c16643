/** From the blocks of a cell to its clauses: structure is found, words are kept. */
import type { Clause } from '../domain/clause.ts';
import type { Block } from './rows.ts';
import { tidyText } from './text.ts';

/** Does a text name who acts, as a heading: 县自然资源局： · 县教育局 · 英吉沙县委组织部负责公务员干部： */
export type IsHeading = (text: string) => boolean;

/**
 * The clauses of a cell. Joining marker and text of all clauses gives the blocks' text again, white space aside.
 */
export function readClauses(blocks: readonly Block[], isHeading: IsHeading): Clause[] {
  return blocks.flatMap((block) => {
    const parts = splitAtLabels(block.text)
      .flatMap(splitAtMarkers)
      .flatMap((part) => splitAtGaps(part, isHeading))
      .flatMap((part) => splitAfterHeading(part, isHeading))
      .map(({ marker, text }) => ({ marker: tidyText(marker), text: tidyText(text) }))
      .filter(({ marker, text }) => marker + text !== '');
    return parts.map((part, index) => toClause(part, parts[index + 1], block.item === true, isHeading));
  });
}

/** A stretch of a block, its printed marker ("" where it has none) and the text after it. */
interface Part {
  marker: string;
  text: string;
}

/** `承接部门：英吉沙县民政局 工作方式：负责…` · `市教育局 承接方式：由…`: the label of a takeover cell begins a clause. */
const splitAtLabels = (text: string): string[] =>
  pieces(
    text,
    [...text.matchAll(/(?<=\s)(?:工作方式|承接方式)\s*[：:]/gu)].map((match) => match.index),
  );

/**
 * Markers that begin an item or a section, with their place in the text:
 * `1.组织… 2.县公安局…` · `一、水库移民安置工作` · `（一）宣传。（二）…` · `①…；②…`
 */
const MARKER =
  /(?<=^|[\s。；;：:！？”）)])(?:(\d{1,2})[.．、]|([一二三四五六七八九十]{1,3})、|[（(]([一二三四五六七八九十\d]{1,3})[）)]|([①-⑳]))/gu;

/** A block cut at each marker that counts on: 1, or one more than the last of its kind. */
function splitAtMarkers(text: string): Part[] {
  const marks: { at: number; marker: string }[] = [];
  const last: (number | undefined)[] = [];
  for (const match of text.matchAll(MARKER)) {
    const kind = match.slice(1).findIndex((group) => group !== undefined);
    const value = ordinal(match[kind + 1] ?? '');
    const countsOn = value === (last[kind] ?? Number.NaN) + 1;
    // `1.5米` begins no item; `3.90%以上` does after 1. and 2.
    const decimal = kind === 0 && /^\d/.test(text.slice(match.index + match[0].length));
    if (!countsOn && (decimal || (value !== 1 && match.index !== 0))) continue;
    last[kind] = value;
    marks.push({ at: match.index, marker: match[0] });
  }
  const before = text.slice(0, marks[0]?.at ?? text.length);
  const marked = marks.map(({ at, marker }, index) => ({
    marker,
    text: text.slice(at + marker.length, marks[index + 1]?.at),
  }));
  return [{ marker: '', text: before }, ...marked];
}

const DIGITS = '一二三四五六七八九';

/** 12 · 十二 · ⑫ → 12 */
function ordinal(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const circled = text.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  return (text.includes('十') ? 10 * (DIGITS.indexOf(tens) + 1 || 1) : 0) + DIGITS.indexOf(ones) + 1;
}

/**
 * White space after a sentence parts clauses that stand in one line (`审核乡镇空编情况。 英吉沙县…局： 组织…`), and after
 * a heading (`“三献”工作 做好宣传…`, `三、职级晋升 县委组织部…`, `县委宣传部 强化文化进基层…`); elsewhere it is a
 * wrapped line.
 */
function splitAtGaps({ marker, text }: Part, isHeading: IsHeading): Part[] {
  const cuts: number[] = [];
  for (const match of text.matchAll(/\s+/gu)) {
    const before = text.slice(cuts.at(-1) ?? 0, match.index).trim();
    const sentence = /[。；;：:！？]$/.test(before) && !LABEL.test(before);
    const own = cuts.length === 0 ? marker : '';
    const heading = isShortHeading(own + before) || (own === '' && isHeading(tidyText(before)));
    if ((sentence || heading) && !GOES_ON.test(text.slice(match.index))) cuts.push(match.index);
  }
  return pieces(text, cuts).map((piece, index) => ({ marker: index === 0 ? marker : '', text: piece }));
}

/** `承接部门: 乌恰县民政局`: the label and its body are one clause. */
const LABEL = /^(?:承接部门|工作方式|承接方式)\s*[：:]$/;
/** A line that begins with a sentence mark was wrapped right before it. */
const GOES_ON = /^\s+[、，。；：,;:]/;

/** 三、职级晋升 · “三救”工作 · 二、违法建设整治方面 */
const SHORT_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、[^，。；：]{2,20}|“[^”]{1,8}”工作|[^，。；：、]{2,12}方面)$/u;
const isShortHeading = (text: string): boolean => SHORT_HEADING.test(text);

/** `英吉沙县公安局：负责道路交通安全…` is a heading and a sentence. */
function splitAfterHeading(part: Part, isHeading: IsHeading): Part[] {
  const colon = /^\s*[^。；，：:]{2,60}?[：:]/u.exec(part.text);
  if (part.marker !== '' || !colon || !isHeading(tidyText(colon[0]))) return [part];
  return pieces(part.text, [colon[0].length]).map((text) => ({ marker: '', text }));
}

function pieces(text: string, cuts: number[]): string[] {
  const bounds = [0, ...cuts.filter((cut) => cut > 0), text.length];
  return bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
}

function toClause(
  { marker, text }: Part,
  next: Part | undefined,
  inList: boolean,
  isHeading: IsHeading,
): Clause {
  if (marker !== '') {
    const section = /^[一二三四五六七八九十]/.test(marker) && !isSentence(text);
    return { kind: section ? 'section' : 'item', marker, text };
  }
  if (isHeading(text) || /^承接部门[：:]/.test(text)) return { kind: 'department', text };
  if (isSection(text, next)) return { kind: 'section', text };
  return { kind: inList ? 'item' : 'paragraph', text };
}

/** 五、对企业生产加工产生噪声、建筑工地夜间施工噪声…扰民行为的监管执法: a heading, however long, has no comma. */
const isSentence = (text: string): boolean =>
  /[。；;]$/.test(text) || (text.length > 40 && /[，。；]/.test(text));

/** An unnumbered heading: 领导班子绩效考核、班子年度考核： · “三献”工作 · 高素质农民培育, before its items 1. 2. … */
const isSection = (text: string, next: Part | undefined): boolean =>
  /^[^。；]{2,40}[：:]$/u.test(text) ||
  isShortHeading(text) ||
  (/^[^，。；：,;:]{2,30}$/u.test(text) && /^1[.．、]/.test(next?.marker ?? ''));
