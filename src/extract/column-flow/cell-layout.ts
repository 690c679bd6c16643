/** How likely the lines of a row are as cells of given columns, and where their paragraphs end. */
import type { Column } from '../../domain/lists.ts';
import { printedWidth } from '../text.ts';
import {
  type ColumnLayout,
  endLog,
  fullLog,
  type Joint,
  type JointText,
  jointText,
  SHIFTS,
  shiftCost,
} from './layout.ts';
import type { Sheet, SheetLine } from './sheet.ts';

/** Half-width columns that full lines of one column may differ by. Measured: test/corpus/unseen-column-flow.test.ts. */
const FULL_DIFFER = 6;

/** One row under the layouts learnt so far. */
export class CellLayout {
  private readonly texts = new Map<Column, JointText[]>();
  private readonly sums = new Map<Column, number[][]>();
  private readonly sheet: Sheet;
  private readonly layouts: Record<Column, ColumnLayout>;

  constructor(sheet: Sheet, layouts: Record<Column, ColumnLayout>) {
    this.sheet = sheet;
    this.layouts = layouts;
  }

  /** Log likelihood of the lines of the atoms p to q as a cell of this column, set as fits best. */
  log(column: Column, p: number, q: number): number {
    return this.bestShift(column, p, q).value;
  }

  /** What happens after each line of a cell but its last: its paragraph goes on, or another begins. */
  jointsOf(column: Column, p: number, q: number): Joint[] {
    const from = this.sheet.atoms[p];
    const last = this.sheet.atoms[q - 1]?.line ?? 0;
    if (!from || q <= p) return [];
    const { shift } = this.bestShift(column, p, q);
    return this.sheet.lines.slice(from.line, last).map((_, i) => {
      const { wrap, ends } = this.jointLogs(column, from.line + i, i === 0 ? from.from : 0, shift);
      return wrap >= ends ? 'wrap' : 'break';
    });
  }

  /**
   * Whether the i-th line of a cell, before a blank line, looks less like one that wraps than like the last. Where
   * little is known of a column, blank lines inside its paragraphs are not taken for granted.
   */
  endsBeforeBlank(column: Column, p: number, q: number, i: number): boolean {
    const layout = this.layouts[column];
    const from = this.sheet.atoms[p];
    if (!from || layout.seen < 3) return true;
    const { shift } = this.bestShift(column, p, q);
    const width = this.widthOf(from.line + i, i === 0 ? from.from : 0, Infinity);
    const [blank, none] = layout.blank.wrap;
    const wrap = fullLog(layout, width - shift) + Math.log((blank + 0.2) / (blank + none + 1));
    return wrap < endLog(layout, width, shift);
  }

  /** Whether the i-th line of a cell leaves room that one that wraps would have filled. */
  hasRoom(column: Column, p: number, q: number, i: number): boolean {
    const { widest, room } = this.layouts[column];
    const from = this.sheet.atoms[p];
    if (!from) return true;
    const width = this.widthOf(from.line + i, i === 0 ? from.from : 0, Infinity);
    const full = widest === Infinity ? room : widest + this.bestShift(column, p, q).shift;
    return width + FULL_DIFFER < full;
  }

  private bestShift(column: Column, p: number, q: number): { shift: number; value: number } {
    let best = { shift: 0, value: this.linesLog(column, p, q, 0) };
    if (this.layouts[column].seen < 3) return best;
    for (let i = 1; i < SHIFTS.length; i += 1) {
      const shift = SHIFTS[i] ?? 0;
      const value = this.linesLog(column, p, q, i) - shiftCost(shift);
      if (value > best.value) best = { shift, value };
    }
    return best;
  }

  /** `i` is the index of a shift. The cell's first and last line may be parts of a line. */
  private linesLog(column: Column, p: number, q: number, i: number): number {
    const from = this.sheet.atoms[p];
    const to = this.sheet.atoms[q - 1];
    if (!from || !to) return 0;
    const shift = SHIFTS[i] ?? 0;
    const lastFrom = from.line === to.line ? from.from : 0;
    const tail = endLog(this.layouts[column], this.widthOf(to.line, lastFrom, to.to), shift);
    if (from.line === to.line) return tail;
    const sums = this.jointSums(column)[i] ?? [];
    const whole = (sums[to.line] ?? 0) - (sums[from.line + (from.from > 0 ? 1 : 0)] ?? 0);
    return tail + whole + (from.from > 0 ? this.jointLog(column, from.line, from.from, shift) : 0);
  }

  private widthOf(line: number, from: number, to: number): number {
    const whole = this.sheet.lines[line];
    if (!whole) return 0;
    return from === 0 && to >= whole.text.length ? whole.width : printedWidth(whole.text.slice(from, to));
  }

  /** Sums over the joints between whole lines, for each shift. */
  private jointSums(column: Column): number[][] {
    const known = this.sums.get(column);
    if (known) return known;
    const sums = SHIFTS.map((shift) => {
      const row = [0];
      for (let line = 0; line + 1 < this.sheet.lines.length; line += 1)
        row.push((row[line] ?? 0) + this.jointLog(column, line, 0, shift));
      return row;
    });
    this.sums.set(column, sums);
    return sums;
  }

  private jointLog(column: Column, line: number, from: number, shift: number): number {
    const { wrap, ends } = this.jointLogs(column, line, from, shift);
    return Math.max(wrap, ends);
  }

  /** Both ways to read the joint after a line, which may begin inside at `from`. */
  private jointLogs(
    column: Column,
    line: number,
    from: number,
    shift: number,
  ): { wrap: number; ends: number } {
    const text = this.jointTexts(column)[line];
    if (!text) return { wrap: 0, ends: 0 };
    const layout = this.layouts[column];
    const width = this.widthOf(line, from, Infinity);
    return {
      wrap: text.wrap + fullLog(layout, width - shift),
      ends: text.break + endLog(layout, width, shift),
    };
  }

  private jointTexts(column: Column): JointText[] {
    const known = this.texts.get(column);
    if (known) return known;
    const { lines } = this.sheet;
    const texts = lines
      .slice(1)
      .map((next, i) => jointText(column, this.layouts[column], lines[i] as SheetLine, next));
    this.texts.set(column, texts);
    return texts;
  }
}
