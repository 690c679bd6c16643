/** Reviewed corrections of misreadings (seeds/errata/<seed>.yaml), applied to the lines before anything reads them. */
import type { Correction } from '../domain/duty.ts';
import { type Finding, finding } from './finding.ts';
import type { Line } from './rows.ts';

export interface ErrataApplied {
  lines: Line[];
  findings: Finding[];
}

/**
 * The lines with every correction made. `was` must stand exactly once in its line. A `now` with a line break
 * restores a lost line: both halves keep the number. A stale, ambiguous, idle or doubled correction is an error.
 */
export function applyErrata(lines: Line[], errata: readonly Correction[], file: string): ErrataApplied {
  const findings: Finding[] = [];
  const texts = new Map(lines.map((line) => [line.number, line.text]));
  const original = new Map(texts);
  const seen = new Set<string>();
  for (const erratum of errata) {
    const wrong = refuse(erratum, original.get(erratum.line), seen, file);
    if (wrong) findings.push(wrong);
    else
      texts.set(
        erratum.line,
        (texts.get(erratum.line) ?? '').replace(erratum.was, () => erratum.now),
      );
    seen.add(`${erratum.line} ${erratum.was}`);
  }
  return { lines: lines.flatMap(({ number }) => split(number, texts.get(number) ?? '')), findings };
}

function refuse(
  erratum: Correction,
  text: string | undefined,
  seen: Set<string>,
  file: string,
): Finding | null {
  const { line, was, now } = erratum;
  if (was === now || seen.has(`${line} ${was}`))
    return finding('idle-erratum', file, line, `勘误“${was}”→“${now}”没有改动任何文字或重复`);
  const times = (text ?? '').split(was).length - 1;
  if (times === 0) return finding('stale-erratum', file, line, `原文第 ${line} 行没有“${was}”`);
  if (times > 1) return finding('ambiguous-erratum', file, line, `原文第 ${line} 行有 ${times} 处“${was}”`);
  return null;
}

const split = (number: number, text: string): Line[] =>
  text.split('\n').map((part) => ({ number, text: part }));
