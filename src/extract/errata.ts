/** Reviewed corrections of misreadings (seeds/errata/<seed>.yaml), applied to the lines before anything reads them. */
import type { Correction } from '../domain/duty.ts';
import { type Finding, finding } from './finding.ts';
import type { Line } from './rows.ts';

export interface ErrataApplied {
  lines: Line[];
  findings: Finding[];
}

/**
 * The lines with every correction made. `was` must stand exactly once in its line as received, and apart from what
 * another correction changes. A `now` with a line break restores a lost line: both halves keep the number. A stale,
 * ambiguous, idle or doubled correction is an error and not made.
 */
export function applyErrata(lines: Line[], errata: readonly Correction[], file: string): ErrataApplied {
  const findings: Finding[] = [];
  const texts = new Map(lines.map((line) => [line.number, line.text]));
  for (const [line, ofLine] of Map.groupBy(errata, (erratum) => erratum.line)) {
    const received = texts.get(line) ?? '';
    const sound: Correction[] = [];
    for (const erratum of ofLine) {
      const wrong = refuse(erratum, received, sound, file);
      if (wrong) findings.push(wrong);
      else sound.push(erratum);
    }
    texts.set(line, correct(received, sound));
  }
  return { lines: lines.flatMap(({ number }) => split(number, texts.get(number) ?? '')), findings };
}

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

/** Every place is that of the line as received: the last is changed first, so that those before it stay where they are. */
function correct(received: string, errata: readonly Correction[]): string {
  const lastFirst = errata
    .map(({ was, now }) => ({ at: received.indexOf(was), was, now }))
    .sort((a, b) => b.at - a.at);
  return lastFirst.reduce(
    (text, { at, was, now }) => text.slice(0, at) + now + text.slice(at + was.length),
    received,
  );
}

const split = (number: number, text: string): Line[] =>
  text.split('\n').map((part) => ({ number, text: part }));
