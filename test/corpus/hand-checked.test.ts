/** Rows that were read by eye in the seeds (hand-checked.yaml), clause by clause. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Clause } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { Township } from '../../src/domain/township.ts';

interface HandChecked {
  id: string;
  lines: [number, number];
  category: string;
  name: string;
  departments?: string;
  superior?: string[];
  township?: string[];
  takeover?: string[];
}

const rows: HandChecked[] = parse(readFileSync(join(import.meta.dirname, 'hand-checked.yaml'), 'utf8'));

function dutyOf(id: string): Duty {
  const [code, list, number] = id.split('/');
  const file = join(import.meta.dirname, '../../content/townships', `${code}.json`);
  const township: Township = JSON.parse(readFileSync(file, 'utf8'));
  return township.duties.find((duty) => duty.list === list && duty.number === Number(number)) as Duty;
}

/** A clause as the file writes it: `kind|marker|beginning…ending`, the whole text where it is short. */
const sketch = (clauses: Clause[] | null, like: string[] | undefined): string[] | undefined =>
  clauses?.map(({ kind, marker = '', text }, at) => {
    const whole = !like?.[at]?.includes('…') || text.length <= 16;
    return `${kind}|${marker}|${whole ? text : `${text.slice(0, 8)}…${text.slice(-8)}`}`;
  });

test.each(rows)('$id', (row) => {
  const duty = dutyOf(row.id);
  expect({
    lines: duty.source.lines,
    category: duty.category,
    name: duty.name,
    departments: duty.departmentsText || undefined,
    superior: sketch(duty.superiorDuties, row.superior),
    township: sketch(duty.townshipDuties, row.township),
    takeover: sketch(duty.takeover, row.takeover),
  }).toEqual({ ...row, id: undefined });
});
