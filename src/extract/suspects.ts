/** Reviewed doubts (seeds/suspects/<seed>.yaml): what looks misread but is not certain stays as printed and is listed. */
import type { Suspect } from '../domain/township.ts';
import { type Finding, finding } from './finding.ts';
import type { Line } from './rows.ts';

/** A suspect is shown beside its line as received: a text that does not stand there is an error. */
export function checkSuspects(received: Line[], suspects: readonly Suspect[], file: string): Finding[] {
  const texts = new Map(received.map(({ number, text }) => [number, text]));
  return suspects
    .filter(({ line, text }) => !texts.get(line)?.includes(text))
    .map(({ line, text }) =>
      finding('bad-aid', file, line, `原文第 ${line} 行没有 seeds/suspects/ 所列的“${text}”`),
    );
}
