/** What a document says of itself: cover, 说明, edition, and the totals it states. */
import type { Counts, PrefaceClause, Tally } from '../domain/township.ts';
import type { Line } from './rows.ts';
import { bareText, foldDigits, tidyText } from './text.ts';

/** `萨罕镇…区域面积**483**平方公里` → the same without the asterisks of a converter. */
const plain = (line: Line): string => tidyText(line.text.replace(/\*\*/g, '').replace(/^\s*#+\s*/, ''));

const SECTION = /^[一二三四五六七八九十]{1,3}、[^。；]{2,20}$/u;

/**
 * The preface as clauses: 一、基本情况 is a section, everything else a paragraph. Where a document's lines were
 * `wrapped`, a line that follows an unfinished one goes on with it; a clause's line is where it begins.
 */
export function readPreface(lines: Line[], wrapped: boolean): PrefaceClause[] {
  const clauses: PrefaceClause[] = [];
  for (const line of lines) {
    const text = plain(line);
    const last = clauses.at(-1);
    const kind = SECTION.test(text) ? 'section' : 'paragraph';
    const goesOn =
      wrapped && kind === 'paragraph' && last?.kind === 'paragraph' && !/[。；：！？]$/.test(last.text);
    if (goesOn) last.text += text;
    else clauses.push({ kind, text, line: line.number });
  }
  return clauses;
}

export const readCover = (lines: Line[]): string[] => lines.map(plain);

/** 2025年7月, ２０２５年７月１５日 or 二〇二五年七月 on the cover → 2025-07; null where the document bears no such date. */
export function readEdition(cover: Line[]): string | null {
  for (const line of cover) {
    const match = /(\d{4})年(0?[1-9]|1[0-2])月/.exec(arabicNumerals(foldDigits(bareText(line.text))));
    if (match) return `${match[1]}-${match[2]?.padStart(2, '0')}`;
  }
  return null;
}

/** Dates on the cover that no calendar has: 2025年13月 · 2025年2月30日 · 二〇二五年七月三十二日 */
export function impossibleDates(cover: Line[]): { date: string; line: number }[] {
  return cover.flatMap(({ number, text }) => {
    const dates = arabicNumerals(foldDigits(bareText(text))).matchAll(/(\d{4})年(\d+)月(?:(\d+)日)?/g);
    return [...dates]
      .filter(([, year, month, day]) => !isDay(Number(year), Number(month), Number(day ?? 1)))
      .map(([date]) => ({ date, line: number }));
  });
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 二〇二五年十二月三十日 → 2025年12月30日; the zero is written in many ways. */
const arabicNumerals = (text: string): string =>
  text
    .replace(/[〇零○◯OＯ]/g, '0')
    .replace(/[一二三四五六七八九]/g, (digit) => String('一二三四五六七八九'.indexOf(digit) + 1))
    .replace(/(\d?)十(\d?)/g, (_, tens: string, ones: string) => `${tens || 1}${ones || 0}`);

const RESTRICTED = '(?:内部|秘密|机密|绝密)';
const IN_BRACKETS = `[（(【〔[][^）)】〕\\]]*${RESTRICTED}[^（(【〔[]*[）)】〕\\]]`;
/** A mark on the cover that restricts who may read the document: 内 部 · 内部资料 注意保存 · 密级：秘密 · …清单（内部使用） */
const MARK = new RegExp(`^${IN_BRACKETS}|${IN_BRACKETS}$|^[^，。；]{0,6}${RESTRICTED}[^。；]{0,12}$`);

export function readMark(cover: Line[]): { mark: string; line: number } | null {
  for (const line of cover) {
    const mark = MARK.exec(bareText(plain(line)))?.[0];
    if (mark) return { mark, line: line.number };
  }
  return null;
}

/**
 * The totals a preface states, null where it states none:
 * `共有履职事项262项，其中，基本履职事项127项…` · `包括…15个类别，共有配合履职事项97项，涉及37个部门（单位）`
 */
export function readDeclared(lines: Line[]): Tally {
  const text = foldDigits(bareText(lines.map((line) => line.text.replace(/\*\*/g, '')).join('')));
  const count = (pattern: RegExp, within = text): number | null => {
    const match = pattern.exec(within);
    return match ? Number(match[1]) : null;
  };
  const list = (name: string): Counts => {
    const about =
      new RegExp(`${name}清单是.*?(?=(?:基本履职事项|配合履职事项|上级部门(?:收回|回收)事项)清单是|$)`).exec(
        text,
      )?.[0] ?? '';
    return {
      duties: count(new RegExp(`${name}(\\d+)项`)),
      categories: count(/(\d+)个类别/, about),
      departments: count(/涉及(\d+)个部门/, about),
    };
  };
  return {
    total: count(/共有履职事项(\d+)项/),
    basic: list('基本履职事项'),
    cooperative: list('配合履职事项'),
    reclaimed: list('上级部门(?:收回|回收)事项'),
  };
}
