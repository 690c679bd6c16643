/** Spreadsheets: the three lists with their published columns, fit to be printed. */
import type { CellStyle, CellValue, MergeRange, PageSetup, RowDef, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';

/** A sheet before it is laid out: a head, and rows of texts and numbers. */
export interface Sheet {
  name: string;
  /** Stands over the sheet on paper. */
  heading: string;
  columns: { head: string; width: number }[];
  rows: (string | number)[][];
}

const FONT_SIZE = 10;
const LINE_HEIGHT = 13.5; // points of one line at that size
const TALLEST = 30; // lines in a row: Excel knows no row higher than 409 points
const LINE: CellStyle['border'] = Object.fromEntries(
  ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: 'thin', color: { rgb: '999999' } }]),
);
const BODY: CellStyle = {
  font: { name: '宋体', size: FONT_SIZE },
  alignment: { wrapText: true, vertical: 'top' },
  border: LINE,
};
const HEAD: CellStyle = {
  font: { name: '宋体', size: FONT_SIZE, bold: true },
  alignment: { wrapText: true, vertical: 'center', horizontal: 'center' },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  border: LINE,
};
const PAPER: PageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
  margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
};
/** Neither a file's bytes nor what it says of itself may depend on when it was made. */
const NO_DATE = new Date(0);

/** An .xlsx file, the same bytes for the same sheets. */
export const workbook = (title: string, sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    properties: { title, created: NO_DATE, modified: NO_DATE },
    defaultFont: { name: '宋体', size: FONT_SIZE },
    sheets: sheets.map(laidOut),
  });

function laidOut({ name, heading, columns, rows }: Sheet): WriteSheet {
  const spans = rows.map((row) => rowsNeeded(row, columns));
  const tall = spans.some((span) => span > 1);
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: BODY })),
    rows: [columns.map(({ head }) => head), ...rows.flatMap((row, index) => spread(row, spans[index] ?? 1))],
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEAD }])),
    freezePane: { rows: 1 },
    // Excel filters and sorts no sheet with merged rows rightly.
    ...(tall
      ? merged(spans, columns.length)
      : { autoFilter: { range: `A1:${lastCell(columns.length, rows.length + 1)}` } }),
    pageSetup: PAPER,
    headerFooter: { oddHeader: `&C${heading.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** How many sheet rows a row fills: more than one where its text would not fit into the highest that there can be. */
function rowsNeeded(row: readonly (string | number)[], columns: Sheet['columns']): number {
  const lines = row.map((cell, column) => linesOf(String(cell), columns[column]?.width ?? 1));
  return Math.ceil(Math.max(...lines) / TALLEST);
}

/** A Chinese character is two units wide; a line holds a little less than its column says. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.ceil(Math.max(line.length, 1) / (width / 2 - 1)), 0);

const spread = (row: CellValue[], span: number): CellValue[][] => [
  row,
  ...Array.from({ length: span - 1 }, () => row.map(() => null)),
];

/** Rows that fill several sheet rows: each of their columns merged, all as high as the text needs. */
function merged(spans: readonly number[], columns: number): Pick<WriteSheet, 'merges' | 'rowDefs'> {
  const merges: MergeRange[] = [];
  const rowDefs = new Map<number, RowDef>();
  let startRow = 1;
  for (const span of spans) {
    const endRow = startRow + span - 1;
    if (span > 1) {
      for (let col = 0; col < columns; col++) merges.push({ startRow, endRow, startCol: col, endCol: col });
      for (let row = startRow; row <= endRow; row++) rowDefs.set(row, { height: TALLEST * LINE_HEIGHT });
    }
    startRow = endRow + 1;
  }
  return { merges, rowDefs };
}

const lastCell = (columns: number, rows: number): string => `${letters(columns)}${rows}`;

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
