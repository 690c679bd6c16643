/** What a reading of a document teaches for the next one: column widths, blank lines, names that recur. */
import { COLUMNS, type Column, type ListSlug } from '../../domain/lists.ts';
import { printedWidth } from '../text.ts';
import { CellLayout } from './cell-layout.ts';
import { emptyLearnt, type Learnt, partsOf } from './content.ts';
import { type ColumnLayout, emptyLayout } from './layout.ts';
import { columnsOf, type Reading } from './search.ts';
import type { Model } from './segments.ts';
import { piecesOf, type Sheet, textOf } from './sheet.ts';

/** A row and its present reading. */
export interface ReadRow {
  sheet: Sheet;
  reading: Reading;
}

/** Share of a column's wrapped lines that may be wider than its width: hanging punctuation, other settings. */
const STRAY_SHARE = 0.015;

const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
type Layouts = Record<Column, ColumnLayout>;

export const emptyLayouts = (): Layouts =>
  Object.fromEntries(COLUMN_NAMES.map((column) => [column, emptyLayout()])) as Layouts;

/** The model for the next reading, taught by the rows read well enough. */
export function learnFrom(rows: readonly ReadRow[], list: ListSlug, model: Model): Model {
  const layouts = emptyLayouts();
  const learnt = emptyLearnt(model.learnt.prefixes);
  for (const { sheet, reading } of rows) {
    const layout = new CellLayout(sheet, model.layouts);
    columnsOf(list).forEach((column, c) => {
      const p = reading.starts[c] ?? 0;
      const q = reading.starts[c + 1] ?? p;
      learnCell(layouts[column], sheet, layout.jointsOf(column, p, q), p, q);
      if (column === 'category') tally(learnt.categories, textOf(sheet, p, q));
      if (column === 'departments') tallyDepartments(learnt, textOf(sheet, p, q));
    });
  }
  for (const layout of Object.values(layouts)) layout.widest = widestOf(layout);
  return { ...model, layouts, learnt };
}

function learnCell(
  layout: ColumnLayout,
  sheet: Sheet,
  joints: readonly string[],
  p: number,
  q: number,
): void {
  const pieces = piecesOf(sheet, p, q);
  const first = sheet.atoms[p];
  layout.room = Math.max(layout.room, printedWidth(pieces.at(-1)?.text ?? ''));
  if (first?.kind === 'line' && p > 0) layout.blank.border[pieces[0]?.line.afterBlank ? 0 : 1] += 1;
  joints.forEach((joint, i) => {
    const blank = pieces[i + 1]?.line.afterBlank ? 0 : 1;
    if (joint === 'break') layout.blank.break[blank] += 1;
    if (joint !== 'wrap') return;
    layout.blank.wrap[blank] += 1;
    tallyNumber(layout.full, printedWidth(pieces[i]?.text ?? ''));
    layout.seen += 1;
  });
}

/** The widest width that is no stray. */
function widestOf(layout: ColumnLayout): number {
  let wider = 0;
  for (const [width, count] of [...layout.full].sort(([a], [b]) => b - a)) {
    wider += count;
    if (wider > layout.seen * STRAY_SHARE && wider > 1) return width;
  }
  return Infinity;
}

const tally = (counts: Map<string, number>, key: string): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
const tallyNumber = (counts: Map<number, number>, key: number): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

function tallyDepartments(learnt: Learnt, text: string): void {
  if (text === '') return;
  tally(learnt.departments, text);
  const parts = partsOf(text);
  if (parts.length > 1) for (const part of parts) tally(learnt.departments, part);
}
