/** Weighs stretches of a row as cells of its columns: content, layout, numbering, sides and border together. */
import type { Column } from '../../domain/lists.ts';
import { CellLayout } from './cell-layout.ts';
import { CONTENT, type Learnt } from './content.ts';
import { BODY, blankLog, type ColumnLayout } from './layout.ts';
import { Counting } from './numbering.ts';
import type { Names, Sheet } from './sheet.ts';
import { type SideWords, sideSums } from './sides.ts';

/** What is known of the document when a row is read. */
export interface Model {
  names: Names;
  layouts: Record<Column, ColumnLayout>;
  learnt: Learnt;
  sides: SideWords;
}

/** A border given by a reviewer: the column must begin at this atom. */
export type Fixed = Partial<Record<Column, number>>;

/**
 * What a border costs by what stands before it. Cells that share a line cost a second line end each, which the
 * space between them makes up for; without a space a border needs good reasons.
 */
const KIND_COST = { line: 0, space: -2, inside: 6 } as const;
/** Log likelihood of the missing blank line where cells share a line. */
const SHARED_LINE = -1;
/** The words of the sides are not independent of one another, as adding their weights would have it. */
const SIDES_SCALE = 0.8;
/** More lines than any short cell takes. */
const SHORT_CELL: Partial<Record<Column, number>> = { category: 6, name: 40, departments: 40 };

/** All weighings of one row under one model. */
export class SegmentTable {
  private readonly layout: CellLayout;
  private readonly sums: number[];
  private readonly sheet: Sheet;
  private readonly model: Model;

  constructor(sheet: Sheet, model: Model) {
    this.sheet = sheet;
    this.model = model;
    this.layout = new CellLayout(sheet, model.layouts);
    sheet.sides ??= sideSums(sheet, model.sides);
    this.sums = sheet.sides;
  }

  /** All cells of a column that begin at atom p: where each ends, and its log likelihood. */
  segments(column: Column, p: number, next: Column | undefined, fixed: Fixed): [end: number, log: number][] {
    const end = this.sheet.atoms.length;
    const must = next === undefined ? end : fixed[next];
    const numbering = BODY.has(column) ? this.numbering(p) : undefined;
    const border = this.borderLog(column, p);
    const found: [number, number][] = [];
    if (must !== undefined && must < p) return found;
    for (let q = must ?? p; q <= (must ?? end); q += 1) {
      if (must === undefined && q > p && this.isPast(column, p, q)) break;
      found.push([q, this.weigh(column, p, q) - (numbering?.[q] ?? 0) + border]);
    }
    return found;
  }

  /** A short cell does not reach beyond the first item, or over more lines than any cell would. */
  private isPast(column: Column, p: number, q: number): boolean {
    const most = SHORT_CELL[column];
    if (most === undefined) return false;
    const { atoms, lines } = this.sheet;
    const last = atoms[q - 1]?.line ?? 0;
    return (q - 1 > p && lines[last]?.marked === true) || last - (atoms[p]?.line ?? 0) > most;
  }

  private weigh(column: Column, p: number, q: number): number {
    const { names, learnt } = this.model;
    const content = CONTENT[column](this.sheet, p, q, names, learnt);
    if (q <= p) return content;
    return content + this.layout.log(column, p, q) + this.sideLog(column, p, q);
  }

  private sideLog(column: Column, p: number, q: number): number {
    const sign = column === 'superiorDuties' ? 0.5 : column === 'townshipDuties' ? -0.5 : 0;
    return sign === 0 ? 0 : sign * SIDES_SCALE * ((this.sums[q] ?? 0) - (this.sums[p] ?? 0));
  }

  /** Numbering costs of a cell that begins at p, for each end. */
  private numbering(p: number): number[] {
    const known = this.sheet.numbering[p];
    if (known) return known;
    const { atoms, lines } = this.sheet;
    const counting = new Counting();
    const costs = new Array<number>(atoms.length + 1).fill(0);
    for (let q = p; q < atoms.length; q += 1) {
      const atom = atoms[q];
      const line = lines[atom?.line ?? 0];
      if (!atom || !line) continue;
      const markers = line.markers.filter(({ at }) => at >= atom.from && at < atom.to);
      counting.read(markers, line.heading && markers.length === 0);
      costs[q + 1] = counting.cost;
    }
    this.sheet.numbering[p] = costs;
    return costs;
  }

  private borderLog(column: Column, p: number): number {
    const atom = this.sheet.atoms[p];
    if (p === 0 || !atom) return 0;
    const afterBlank = this.sheet.lines[atom.line]?.afterBlank ?? false;
    const blank =
      atom.kind === 'line' ? blankLog(this.model.layouts[column], 'border', afterBlank) : SHARED_LINE;
    return blank - KIND_COST[atom.kind];
  }
}
