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
const LINE_HEIGHT = 15.5; // points of one line at that size, in the tallest of the usual fonts
const PADDING = 4;
const TALLEST = 26; // lines in a row: Excel knows no row higher than 409 points
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
  printTitlesRow: '$1:$1',
  margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
};
/** Widths of a sheet that can still be read when it is one page across. */
const WIDEST = 220;
const ONE_ACROSS: PageSetup = { ...PAPER, fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
/** Pages side by side, each with the first column and as small as the widest that is one across. */
const SIDE_BY_SIDE: PageSetup = { ...PAPER, scale: 65, printTitlesColumn: '$A:$A' };
/** Neither a file's bytes nor what it says of itself may depend on when it was made. */
const NO_DATE = new Date(0);

/** What a workbook says of itself in its properties. */
export interface About {
  title: string;
  description: string;
}

/** An .xlsx file, the same bytes for the same sheets. */
export const workbook = ({ title, description }: About, sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({
    properties: { title, description, created: NO_DATE, modified: NO_DATE },
    defaultFont: { name: '宋体', size: FONT_SIZE },
    sheets: sheets.map(laidOut),
  });

function laidOut({ name, heading, columns, rows }: Sheet): WriteSheet {
  const blocks = rows.map((row) => blockOf(row, columns));
  const merges = mergesOf(blocks, columns.length);
  const isWide = columns.reduce((sum, { width }) => sum + width, 0) > WIDEST;
  return {
    name,
    columns: columns.map(({ width }) => ({ width, style: BODY })),
    rows: [
      columns.map(({ head }) => head),
      ...rows.flatMap((row, index) => spread(row, blocks[index]?.span ?? 1)),
    ],
    cells: new Map(columns.map((_, column) => [`0,${column}`, { style: HEAD }])),
    rowDefs: heightsOf(blocks),
    freezePane: { rows: 1, ...(isWide && { columns: 1 }) },
    // Excel filters and sorts no sheet with merged rows rightly.
    ...(merges.length > 0
      ? { merges }
      : { autoFilter: { range: `A1:${lastCell(columns.length, rows.length + 1)}` } }),
    pageSetup: isWide ? SIDE_BY_SIDE : ONE_ACROSS,
    headerFooter: { oddHeader: `&C${heading.replaceAll('&', '&&')}`, oddFooter: '&C第 &P 页，共 &N 页' },
  };
}

/** The sheet rows that a row of ours fills: more than one where the highest that there can be would not hold its text. */
interface Block {
  span: number;
  /** Of each, in points; given, because not every program fits rows to wrapped text by itself. */
  height: number;
}

function blockOf(row: readonly (string | number)[], columns: Sheet['columns']): Block {
  const lines = Math.max(...row.map((cell, column) => linesOf(String(cell), columns[column]?.width ?? 1)));
  const span = Math.ceil(lines / TALLEST);
  return { span, height: Math.ceil(lines / span) * LINE_HEIGHT + PADDING };
}

/** A Chinese character is two units wide, a line without any half as wide; a line holds a little less than its column says. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => {
    const length = /^[ -~]+$/.test(line) ? line.length / 2 : line.length;
    return sum + Math.ceil(Math.max(length, 1) / (width / 2 - 1));
  }, 0);

/** Where there is no text there is no value either, so that spreadsheets count the cell as empty. */
const spread = (row: CellValue[], span: number): CellValue[][] => [
  row.map((cell) => (cell === '' ? null : cell)),
  ...Array.from({ length: span - 1 }, () => row.map(() => null)),
];

/** Row 0 is the head. */
const heightsOf = (blocks: readonly Block[]): Map<number, RowDef> => {
  const heights = blocks.flatMap(({ span, height }) => Array.from({ length: span }, () => height));
  return new Map(heights.map((height, index) => [index + 1, { height }]));
};

/** Every column of a block of several rows is merged into one cell. */
function mergesOf(blocks: readonly Block[], columns: number): MergeRange[] {
  let startRow = 1;
  return blocks.flatMap(({ span }) => {
    const rows = { startRow, endRow: startRow + span - 1 };
    startRow += span;
    return span > 1
      ? Array.from({ length: columns }, (_, col) => ({ ...rows, startCol: col, endCol: col }))
      : [];
  });
}

const lastCell = (columns: number, rows: number): string => `${letters(columns)}${rows}`;

/** 1 is A, 27 is AA. */
const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
