/** The five seeds' corrections: each is marked where it stands, and nothing else is. */
import { describe, expect, test } from 'vitest';
import { type Correction, type Duty, type Mark, textsOf } from '../../src/domain/duty.ts';
import { LISTS } from '../../src/domain/lists.ts';
import { contentTownships } from '../support/content.ts';
import { bare, receivedRows } from '../support/plain-rows.ts';

/**
 * Corrections, as `000:3069 was`, that have not just one mark: none where they change only white space, the number or
 * nothing of a duty, two where they change two cells. `why` tells which.
 */
const OTHERWISE: Record<string, { marks: number; why: string }> = {};

describe.each(contentTownships())('$name', (township) => {
  const { seed, duties, corrections } = township;

  test('every correction is marked once', () => {
    const marksOf = ({ line, was }: Correction): number =>
      OTHERWISE[`${seed.file.slice(0, 3)}:${line} ${was}`]?.marks ?? 1;
    const expected = (all: Correction[]) => all.reduce((sum, each) => sum + marksOf(each), 0);
    for (const { marks = [], ...duty } of duties) expect(marks).toHaveLength(expected(duty.corrections));
    expect(duties.flatMap(({ marks = [] }) => marks)).toHaveLength(expected(corrections));
  });

  test('with what stood there in the place of every mark, each row is the text of its lines', () => {
    const rows = new Map(duties.map((duty) => [`${duty.list}/${duty.number}`, rowBefore(duty)]));
    expect(rows).toEqual(receivedRows(township));
  });
});

/** A duty's row, number and all, as it stood before its corrections. */
const rowBefore = (duty: Duty): string =>
  LISTS[duty.list].columns
    .map((column) => (column === 'number' ? String(duty.number) : bare(before(duty, column))))
    .join('');

const before = (duty: Duty, column: Mark['column']): string =>
  textsOf(duty, column)
    .map((text, index) =>
      (duty.marks ?? [])
        .filter((mark) => mark.column === column && mark.text === index)
        .reduceRight((words, { start, end, was }) => words.slice(0, start) + was + words.slice(end), text),
    )
    .join('');
