/** Sets a delimited seed as column flow, reads it, and counts the cells that come out as they went in. */
import type { SideWords } from '../../src/extract/column-flow/sides.ts';
import { readLines } from '../../src/extract/line.ts';
import type { Row } from '../../src/extract/rows.ts';
import { type ColumnFlowAids, readColumnFlowRows } from '../../src/extract/rows-column-flow.ts';
import { splitSections } from '../../src/extract/sections.ts';
import { bareText } from '../../src/extract/text.ts';
import { type DelimitedSeed, PLACES } from './delimited-rows.ts';
import { type KnownRow, prepareRows, type Setting, setAsColumnFlow } from './set-as-column-flow.ts';

export interface Measure {
  cells: number;
  wrongCells: number;
  rows: number;
  warned: number;
  /** Doubts whether the last words of a list belong to it. */
  doubtedEnds: number;
  /** Rows with a wrong cell and no warning, as list and number. */
  silent: string[];
}

type Names = Pick<ColumnFlowAids, 'isCategory' | 'isDepartmentList'>;

/** Measures one seed in one setting, under another place's names, with words learnt from other seeds. */
export function measure(seed: DelimitedSeed, setting: Setting, names: Names, sides: SideWords): Measure {
  const { as, ...from } = PLACES[seed.name] as NonNullable<(typeof PLACES)[string]>;
  const places = { from, to: as };
  const known = seed.lists.map(({ list, rows }) => ({
    list: list.list,
    rows: prepareRows(rows, places, setting.fullWidth),
  }));
  const text = setAsColumnFlow(known, setting, places);
  const { lists } = splitSections(readLines(new TextEncoder().encode(text), 'a.txt').lines, 'a.txt');
  const total: Measure = { cells: 0, wrongCells: 0, rows: 0, warned: 0, doubtedEnds: 0, silent: [] };
  for (const { list, rows } of known) {
    const body = lists.find((each) => each.list === list);
    const read = body && readColumnFlowRows(body, 'a.txt', { ...names, borders: [] }, sides);
    const told = Map.groupBy(read?.findings ?? [], ({ code }) => code);
    const warned = new Set(told.get('doubtful-border')?.map(({ line }) => line));
    total.doubtedEnds += told.get('doubtful-end')?.length ?? 0;
    for (const row of rows) {
      const found = read?.rows.find(({ number }) => number === row.number);
      count(total, row, found, warned.has(found?.lines[0]?.number ?? null), list);
    }
  }
  return total;
}

function count(total: Measure, known: KnownRow, found: Row | undefined, warned: boolean, list: string): void {
  const columns = Object.entries(known.cells).filter(([column]) => column !== 'number');
  const wrong = columns.filter(([column, texts]) => {
    const blocks = found?.cells[column as keyof Row['cells']] ?? [];
    return bareText(blocks.map(({ text }) => text).join('')) !== bareText(texts.join(''));
  });
  total.cells += columns.length;
  total.wrongCells += wrong.length;
  total.rows += 1;
  if (warned) total.warned += 1;
  else if (wrong.length > 0) total.silent.push(`${list} ${known.number}`);
}

/** `99.8 %`, rounded down: 100 % means all. */
export const share = ({ cells, wrongCells }: Measure): number =>
  Math.floor(((cells - wrongCells) / cells) * 1000) / 10;
