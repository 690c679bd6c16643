/** Chooses all borders of a row together: every way to part it into its columns is weighed, the likeliest wins. */
import { type Column, LISTS, type ListSlug } from '../../domain/lists.ts';
import { type Fixed, type Model, SegmentTable } from './segments.ts';
import type { Sheet } from './sheet.ts';

/** The borders of a row. */
export interface Reading {
  /** Where each column begins, as an index of atoms; the last is the end of the row. */
  starts: number[];
  /** Log likelihood by which this reading beats the best one that sets a border elsewhere, for each inner border. */
  margins: number[];
}

/** The columns that a row's text is parted into. */
export const columnsOf = (list: ListSlug): Column[] =>
  LISTS[list].columns.filter((column) => column !== 'number');

const NEVER = -1e9;
/** A margin larger than any doubt. */
const CERTAIN = 99;

/** A cell from atom p to q, and its log likelihood. */
interface Edge {
  p: number;
  q: number;
  log: number;
}

/** The best readings of all columns up to one: for each end their log likelihood and where their last cell begins. */
interface Stage {
  edges: Edge[];
  best: Map<number, { log: number; from: number }>;
}

/** Finds the likeliest borders of a row; reviewed ones are kept. */
export function searchBorders(sheet: Sheet, list: ListSlug, model: Model, fixed: Fixed = {}): Reading {
  const columns = columnsOf(list);
  const table = new SegmentTable(sheet, model);
  const stages: Stage[] = [];
  columns.forEach((column, c) => {
    const before = stages.at(-1)?.best ?? new Map([[0, { log: 0, from: 0 }]]);
    stages.push(nextStage(before, (p) => table.segments(column, p, columns[c + 1], fixed)));
  });
  const starts = [sheet.atoms.length];
  for (const { best } of stages.toReversed()) starts.unshift(best.get(starts[0] ?? 0)?.from ?? 0);
  return { starts, margins: marginsOf(stages, starts) };
}

function nextStage(before: Stage['best'], segments: (p: number) => [number, number][]): Stage {
  const stage: Stage = { edges: [], best: new Map() };
  for (const [p, { log: base }] of before)
    for (const [q, log] of segments(p)) {
      stage.edges.push({ p, q, log });
      if (base + log > (stage.best.get(q)?.log ?? NEVER)) stage.best.set(q, { log: base + log, from: p });
    }
  return stage;
}

/** For each inner border: the best total minus the best total of all readings that set it elsewhere. */
function marginsOf(stages: readonly Stage[], starts: readonly number[]): number[] {
  const end = starts.at(-1) ?? 0;
  const best = stages.at(-1)?.best.get(end)?.log ?? NEVER;
  const margins: number[] = [];
  let after = new Map([[end, 0]]);
  for (let c = stages.length - 1; c > 0; c -= 1) {
    after = stepBack(stages[c]?.edges ?? [], after);
    let other = NEVER;
    for (const [p, log] of after)
      if (p !== starts[c]) other = Math.max(other, (stages[c - 1]?.best.get(p)?.log ?? NEVER) + log);
    margins.unshift(Math.min(CERTAIN, best - other));
  }
  return margins;
}

/** The best log likelihood from each beginning of these cells to the end of the row. */
function stepBack(edges: readonly Edge[], after: ReadonlyMap<number, number>): Map<number, number> {
  const before = new Map<number, number>();
  for (const { p, q, log } of edges) {
    const rest = after.get(q);
    if (rest !== undefined) before.set(p, Math.max(before.get(p) ?? NEVER, log + rest));
  }
  return before;
}
