/** Reviewed corrections of misreadings (seeds/errata/<seed>.yaml), applied to the lines before anything reads them. */
import type { Correction } from '../domain/duty.ts';
import { type Finding, finding } from './finding.ts';
import type { Edit, Line } from './rows.ts';

export interface ErrataApplied {
  lines: Line[];
  findings: Finding[];
}

/**
 * The lines with every correction made. `was` must stand exactly once in its line as received, and apart from what
 * another correction changes. A `now` with line breaks restores lost lines, which take the number of the line that they
 * are restored at, or parts two that were read as one. A stale, ambiguous, idle or doubled correction is an error and
 * not made.
 */
export function applyErrata(lines: Line[], errata: readonly Correction[], file: string): ErrataApplied {
  const findings: Finding[] = [];
  const received = new Map(lines.map((line) => [line.number, line.text]));
  const corrected = new Map<number, Line[]>();
  for (const [number, ofLine] of Map.groupBy(errata, (erratum) => erratum.line)) {
    const text = received.get(number) ?? '';
    const sound: Correction[] = [];
    for (const erratum of ofLine) {
      const wrong = refuse(erratum, text, sound, file);
      if (wrong) findings.push(wrong);
      else sound.push(erratum);
    }
    if (sound.length > 0) corrected.set(number, correct(number, text, sound));
  }
  return { lines: lines.flatMap((line) => corrected.get(line.number) ?? line), findings };
}

/** The errata that changed something of these lines, in the order of their places. */
export const errataOf = (lines: readonly Line[]): Correction[] => [
  ...new Set(lines.flatMap(({ edits = [] }) => edits.map(({ erratum }) => erratum))),
];

function refuse(
  erratum: Correction,
  received: string,
  others: readonly Correction[],
  file: string,
): Finding | null {
  const { line, was, now } = erratum;
  if (was === now || others.some((other) => other.was === was))
    return finding('idle-erratum', file, line, `勘误“${was}”→“${now}”没有改动任何文字或重复`);
  const at = received.indexOf(was);
  if (at < 0) return finding('stale-erratum', file, line, `原文第 ${line} 行没有“${was}”`);
  if (at !== received.lastIndexOf(was))
    return finding('ambiguous-erratum', file, line, `原文第 ${line} 行有不止一处“${was}”`);
  const other = others.find((each) => overlap(at, was, received.indexOf(each.was), each.was));
  return other
    ? finding('ambiguous-erratum', file, line, `勘误“${was}”与“${other.was}”改的是同一处文字`)
    : null;
}

const overlap = (a: number, one: string, b: number, other: string): boolean =>
  a < b + other.length && b < a + one.length;

/** Every place is that of the line as received. */
function correct(number: number, received: string, errata: readonly Correction[]): Line[] {
  const lines = [{ number, text: '', edits: [] as Edit[] }];
  const inOrder = errata
    .map((erratum) => ({ at: received.indexOf(erratum.was), erratum }))
    .sort((a, b) => a.at - b.at);
  let from = 0;
  for (const { at, erratum } of inOrder) {
    (lines.at(-1) as Line).text += received.slice(from, at);
    partsOf(erratum).forEach(({ was, now }, i) => {
      if (i > 0) lines.push({ number, text: '', edits: [] });
      const line = lines.at(-1) as Required<Line>;
      if (was !== now) line.edits.push({ at: line.text.length, was, now, erratum });
      line.text += now;
    });
    from = at + erratum.was.length;
  }
  (lines.at(-1) as Line).text += received.slice(from);
  return lines;
}

/**
 * What an erratum gives to each line, and what stood there: all of `was` in the line that says it again, else in the
 * first; the others were lost.
 *
 *     was: 做好老年人服务
 *     now: 做好老年人服务⏎30⇥民生服务⇥做好本乡各类惠民惠农补贴资金的申领工作
 */
function partsOf({ was, now }: Correction): { was: string; now: string }[] {
  const lines = now.split('\n');
  const kept = Math.max(lines.indexOf(was), 0);
  return lines.map((line, i) => ({ was: i === kept ? was : '', now: line }));
}
