/** Chooses all borders of a row together: every way to part it into its columns is weighed, the likeliest wins. */
import { type Column, LISTS, type ListSlug } from '../../domain/lists.ts';
import { printedWidth as printed } from '../text.ts';
import { CONTENT, type Learnt } from './content.ts';
import {
  BODY,
  blankLog,
  breakLog,
  type ColumnLayout,
  endLog,
  type Joint,
  SHIFTS,
  shiftCost,
  wrapLog,
} from './layout.ts';
import { Counting } from './numbering.ts';
import type { Names, Sheet, SheetLine } from './sheet.ts';
import { type SideWords, sideSums } from './sides.ts';

/** What is known of the document when a row is read. */
export interface Model {
  names: Names;
  layouts: Record<Column, ColumnLayout>;
  learnt: Learnt;
  sides: SideWords;
}

/** The borders of a row: where each column begins, as an index of atoms; the last is the end of the row. */
export interface Reading {
  starts: number[];
  score: number;
  /** Log likelihood by which this reading beats the best one with another border, for each border. */
  margins: number[];
}

/** A border given by a reviewer: the column must begin at this atom. */
export type Fixed = Partial<Record<Column, number>>;

const NEVER = -1e9;
/** What a border in a line costs: cells begin on lines of their own. */
const KIND_COST = { line: 0, space: -2, inside: 6 } as const;
const SIDES_SCALE = 0.8;

/** The columns that a row's text is parted into. */
export const columnsOf = (list: ListSlug): Column[] =>
  LISTS[list].columns.filter((column) => column !== 'number');

/** Finds the likeliest borders of a row. */
export function searchBorders(sheet: Sheet, list: ListSlug, model: Model, fixed: Fixed = {}): Reading {
  const columns = columnsOf(list);
  const table = new SegmentTable(sheet, model);
  const end = sheet.atoms.length;
  const forward = columns.map(() => new Array<number>(end + 1).fill(NEVER));
  const links: number[][] = columns.map(() => new Array<number>(end + 1).fill(-1));
  const edges: Edge[][] = columns.map(() => []);
  columns.forEach((column, c) => {
    const isLast = c === columns.length - 1;
    const before = c === 0 ? [0] : undefined;
    for (const p of before ?? reachable(forward[c - 1] ?? [])) {
      const base = c === 0 ? 0 : (forward[c - 1]?.[p] ?? NEVER);
      for (const [q, value] of table.segments(column, p, isLast, fixed, columns[c + 1])) {
        const total = base + value;
        edges[c]?.push({ p, q, value });
        if (total > (forward[c]?.[q] ?? NEVER)) {
          (forward[c] as number[])[q] = total;
          (links[c] as number[])[q] = p;
        }
      }
    }
  });
  return trace(columns, forward, links, edges, end);
}

interface Edge {
  p: number;
  q: number;
  value: number;
}

const reachable = (scores: readonly number[]): number[] =>
  scores.flatMap((score, p) => (score > NEVER ? [p] : []));

function trace(
  columns: readonly Column[],
  forward: readonly number[][],
  links: readonly number[][],
  edges: readonly Edge[][],
  end: number,
): Reading {
  const last = columns.length - 1;
  const starts = [end];
  for (let c = last; c >= 0; c -= 1) starts.unshift(links[c]?.[starts[0] ?? end] ?? 0);
  const best = forward[last]?.[end] ?? NEVER;
  return {
    starts: starts.map((start) => Math.max(0, start)),
    score: best,
    margins: marginsOf(forward, edges, starts, end, best),
  };
}

/** For each inner border: the best total minus the best total of all readings that set it elsewhere. */
function marginsOf(
  forward: readonly number[][],
  edges: readonly Edge[][],
  starts: readonly number[],
  end: number,
  best: number,
): number[] {
  const margins: number[] = [];
  let backward = new Map<number, number>([[end, 0]]);
  for (let c = edges.length - 1; c > 0; c -= 1) {
    const earlier = new Map<number, number>();
    for (const { p, q, value } of edges[c] ?? []) {
      const rest = backward.get(q);
      if (rest !== undefined) earlier.set(p, Math.max(earlier.get(p) ?? NEVER, value + rest));
    }
    backward = earlier;
    let other = NEVER;
    for (const [p, rest] of backward)
      if (p !== starts[c]) other = Math.max(other, (forward[c - 1]?.[p] ?? NEVER) + rest);
    margins.unshift(Math.min(99, best - other));
  }
  return margins;
}

/** Weighs stretches of a row as cells. */
export class SegmentTable {
  readonly sums: number[];
  readonly joints = new Map<Column, number[][]>();
  readonly sheet: Sheet;
  readonly model: Model;

  constructor(sheet: Sheet, model: Model) {
    this.sheet = sheet;
    this.model = model;
    sheet.sides ??= sideSums(sheet, model.sides);
    this.sums = sheet.sides;
  }

  /** All cells of a column that begin at atom p: where each ends, and its log likelihood. */
  *segments(
    column: Column,
    p: number,
    isLast: boolean,
    fixed: Fixed,
    next: Column | undefined,
  ): Generator<[number, number]> {
    const { atoms } = this.sheet;
    const end = atoms.length;
    const must = isLast ? end : next === undefined ? undefined : fixed[next];
    const numbering = BODY.has(column) ? this.numbering(p, end) : undefined;
    for (let q = isLast ? end : p; q <= end; q += 1) {
      if (must !== undefined && q !== must) continue;
      if (!BODY.has(column) && !isLast && q > p && this.isPast(column, p, q)) break;
      const value = this.weigh(column, p, q) - (numbering?.[q] ?? 0) + this.borderLog(column, p);
      yield [q, value];
    }
  }

  /** A short cell does not reach beyond the first item, or over more lines than any cell would. */
  isPast(column: Column, p: number, q: number): boolean {
    const { atoms, lines } = this.sheet;
    const last = lines[atoms[q - 1]?.line ?? 0];
    const length = (atoms[q - 1]?.line ?? 0) - (atoms[p]?.line ?? 0);
    if (q - 1 > p && last?.marked === true) return true;
    return length > (column === 'category' ? 6 : 40);
  }

  weigh(column: Column, p: number, q: number): number {
    const { names, learnt } = this.model;
    const content = CONTENT[column](this.sheet, p, q, names, learnt);
    if (q === p) return content;
    return content + this.layoutLog(column, p, q) + this.sideLog(column, p, q);
  }

  sideLog(column: Column, p: number, q: number): number {
    const sign = column === 'superiorDuties' ? 0.5 : column === 'townshipDuties' ? -0.5 : 0;
    return sign === 0 ? 0 : sign * SIDES_SCALE * ((this.sums[q] ?? 0) - (this.sums[p] ?? 0));
  }

  /** Numbering costs of a cell that begins at p, for each end. */
  numbering(p: number, end: number): number[] {
    const { atoms, lines } = this.sheet;
    const counting = new Counting();
    const costs = new Array<number>(end + 1).fill(0);
    for (let q = p; q < end; q += 1) {
      const atom = atoms[q];
      const line = lines[atom?.line ?? 0];
      if (!atom || !line) continue;
      const markers = line.markers.filter(({ at }) => at >= atom.from && at < atom.to);
      counting.read(markers, line.heading && markers.length === 0);
      costs[q + 1] = counting.cost;
    }
    return costs;
  }

  borderLog(column: Column, p: number): number {
    const atom = this.sheet.atoms[p];
    if (p === 0 || !atom) return 0;
    const line = this.sheet.lines[atom.line];
    const layout = this.model.layouts[column];
    const blank = atom.kind === 'line' ? blankLog(layout, 'border', line?.afterBlank ?? false) : -1;
    return blank - KIND_COST[atom.kind];
  }

  layoutLog(column: Column, p: number, q: number): number {
    return this.bestShift(column, p, q).value;
  }

  /** The best of the shifts that a row may be set with. */
  bestShift(column: Column, p: number, q: number): { shift: number; value: number } {
    let best = { shift: 0, value: NEVER };
    for (const [i, shift] of SHIFTS.entries()) {
      const value = this.linesLog(column, p, q, i, shift) - shiftCost(shift);
      if (value > best.value) best = { shift, value };
      if (this.model.layouts[column].seen < 3) break;
    }
    return best;
  }

  /** What happens after each line of a cell but its last: its paragraph goes on, or another begins. */
  jointsOf(column: Column, p: number, q: number): Joint[] {
    const { atoms, lines } = this.sheet;
    const layout = this.model.layouts[column];
    const from = atoms[p];
    const last = atoms[q - 1]?.line ?? 0;
    if (!from || q <= p) return [];
    const { shift } = this.bestShift(column, p, q);
    return lines.slice(from.line, last).map((line, i) => {
      const next = lines[from.line + i + 1] as SheetLine;
      const width = this.widthOf(from.line + i, i === 0 ? from.from : 0, line.text.length);
      const wrap = wrapLog(column, layout, { width, ends: line.ends }, next, shift);
      return wrap >= breakLog(column, layout, line, width, next, shift) ? 'wrap' : 'break';
    });
  }

  linesLog(column: Column, p: number, q: number, i: number, shift: number): number {
    const { atoms } = this.sheet;
    const from = atoms[p];
    const to = atoms[q - 1];
    if (!from || !to) return 0;
    const layout = this.model.layouts[column];
    const lastFrom = from.line === to.line ? from.from : 0;
    const lastWidth = this.widthOf(to.line, lastFrom, to.to);
    const tail = endLog(layout, lastWidth, shift);
    if (from.line === to.line) return tail;
    const sums = this.jointSums(column)[i] ?? [];
    const whole = (sums[to.line] ?? 0) - (sums[from.line + (from.from > 0 ? 1 : 0)] ?? 0);
    return tail + whole + (from.from > 0 ? this.jointLog(column, from.line, from.from, shift) : 0);
  }

  widthOf(line: number, from: number, to: number): number {
    const { lines } = this.sheet;
    const whole = lines[line];
    if (!whole) return 0;
    return from === 0 && to >= whole.text.length ? whole.width : printed(whole.text.slice(from, to));
  }

  /** Sums over the joints between whole lines, for each shift. */
  jointSums(column: Column): number[][] {
    const known = this.joints.get(column);
    if (known) return known;
    const sums = SHIFTS.map((shift) => {
      const row = [0];
      for (let line = 0; line + 1 < this.sheet.lines.length; line += 1)
        row.push((row[line] ?? 0) + this.jointLog(column, line, 0, shift));
      return row;
    });
    this.joints.set(column, sums);
    return sums;
  }

  jointLog(column: Column, at: number, from: number, shift: number): number {
    const line = this.sheet.lines[at];
    const next = this.sheet.lines[at + 1];
    if (!line || !next) return 0;
    const layout = this.model.layouts[column];
    const width = this.widthOf(at, from, line.text.length);
    return Math.max(
      wrapLog(column, layout, { width, ends: line.ends }, next, shift),
      breakLog(column, layout, line, width, next, shift),
    );
  }
}
