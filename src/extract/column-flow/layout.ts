/** How likely lines are to stand in a column: the widths of its full lines, its blank lines, its paragraph ends. */
import type { Column } from '../../domain/lists.ts';
import type { SheetLine } from './sheet.ts';

/** What happens between two lines of one cell, or between two cells. */
export type Joint = 'wrap' | 'break' | 'border';

/** What has been seen of one column in this document; all zero before the first reading. */
export interface ColumnLayout {
  /** How often a wrapped line of each printed width was seen. */
  full: Map<number, number>;
  seen: number;
  /** The widest line, stray ones aside. */
  widest: number;
  /** The widest line that ends a cell: what is known of a column whose cells do not wrap. */
  room: number;
  /** How often a blank line stood at each kind of joint, and how often not. */
  blank: Record<Joint, [yes: number, no: number]>;
}

export const emptyLayout = (): ColumnLayout => ({
  full: new Map(),
  seen: 0,
  widest: Infinity,
  room: 0,
  blank: { wrap: [0, 0], break: [0, 0], border: [0, 0] },
});

/** Columns whose cells are sentences and items; the others hold one short text. */
export const BODY: ReadonlySet<Column> = new Set(['superiorDuties', 'townshipDuties', 'takeover']);

/** A row may be set a little narrower or wider than the others of its document, all its lines alike. */
export const SHIFTS = [0, -2, 2, -4, 4, -6] as const;
export const shiftCost = (shift: number): number => (shift === 0 ? 0 : 2.5 + 0.3 * Math.abs(shift));

/** Width range over which an unknown line is taken to be spread. */
const SPREAD = 60;
const FLOOR = 0.004;
const TOO_WIDE = 9;

/** Log likelihood of a wrapped line of this width. Neighbouring widths count a little: digits are half as wide. */
export function fullLog(layout: ColumnLayout, width: number): number {
  if (layout.seen < 3) return -Math.log(SPREAD);
  // 县民政局 ⏎ 不再开展此项工作: a line not half as wide as its column did not run out of room.
  const tooShort = layout.widest !== Infinity && width < layout.widest / 2;
  const at = (w: number): number => (tooShort ? 0 : (layout.full.get(w) ?? 0));
  const near =
    0.7 * at(width) + 0.13 * (at(width - 1) + at(width + 1)) + 0.02 * (at(width - 2) + at(width + 2));
  return Math.log((near + FLOOR * 5) / (layout.seen + 5));
}

/** Log likelihood of the last line of a paragraph: any width up to the column's. */
export function endLog(layout: ColumnLayout, width: number, shift: number): number {
  if (layout.widest === Infinity) return -Math.log(SPREAD);
  const over = width - layout.widest - shift;
  return -Math.log(layout.widest) - (over > 1 ? TOO_WIDE + over * 0.3 : 0);
}

/** Log likelihood of a blank line, or of none, at a joint. */
export function blankLog(layout: ColumnLayout, joint: Joint, blank: boolean): number {
  const [yes, no] = layout.blank[joint];
  return Math.log(((blank ? yes : no) + 2) / (yes + no + 4));
}

/**
 * What the texts of two lines of one cell and the blank line between them say: a paragraph goes on, or it ends and
 * another begins. The widths are weighed apart, since they depend on how the row is set.
 */
export function jointText(column: Column, layout: ColumnLayout, line: SheetLine, next: SheetLine): JointText {
  const body = BODY.has(column);
  const headed = line.heading || next.named;
  const breaks = body ? 0.45 : column === 'departments' ? departmentBreaks(layout) : 0.001;
  return {
    wrap:
      Math.log(body ? 0.55 : 0.97) +
      Math.log(next.marked ? 0.002 : next.named ? 0.04 : 0.958) +
      Math.log(line.ends ? 0.04 : 0.96) +
      blankLog(layout, 'wrap', next.afterBlank),
    break:
      Math.log(breaks) +
      Math.log(next.marked ? 0.9 : headed ? 0.4 : 0.06) +
      Math.log(line.ends ? 0.94 : headed ? 0.4 : 0.03) +
      blankLog(layout, 'break', next.afterBlank),
  };
}

export interface JointText {
  wrap: number;
  break: number;
}

/** How often departments stand on lines of their own in this document. */
function departmentBreaks({ blank }: ColumnLayout): number {
  const breaks = blank.break[0] + blank.break[1];
  return Math.min(0.5, (breaks + 0.2) / (breaks + blank.wrap[0] + blank.wrap[1] + 10));
}
