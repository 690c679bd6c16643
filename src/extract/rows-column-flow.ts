/**
 * Reads a list whose column borders are lost: the cells of a row follow one another, each wrapped to its column.
 *
 *     120 市场监管
 *     市场主体设立、变
 *     更登记辅助工作
 *     县市监局 规范市场主体住所（经营场所）核准登记工作。
 *     出具明确房产权属主体、产权性质、行政区划以及门
 *     牌号码等基本内容的证明材料。
 *
 * In this order: split-rows finds the rows by their numbers; sheet lays a row out with the places where a cell may
 * begin; search weighs all ways to part it (segments: content, layout, numbering, sides); learn takes column widths,
 * blank lines and recurring names from the sure rows, and all rows are read again; reviewed settles what is left.
 * closing tells what stands after the last row, and notes.
 */
import type { Column, ListSlug } from '../domain/lists.ts';
import type { Border } from './borders.ts';
import { CellLayout } from './column-flow/cell-layout.ts';
import { checkEnd, endRow } from './column-flow/closing.ts';
import { emptyLearnt } from './column-flow/content.ts';
import { emptyLayouts, learnFrom, type ReadRow } from './column-flow/learn.ts';
import { countPrefixes } from './column-flow/prefixes.ts';
import { borderOf, settle, strayBorders } from './column-flow/reviewed.ts';
import { columnsOf, type Reading, searchBorders } from './column-flow/search.ts';
import type { Model } from './column-flow/segments.ts';
import { laySheet, type Names, piecesOf, type Sheet } from './column-flow/sheet.ts';
import { SIDE_WORDS } from './column-flow/side-words.ts';
import type { SideWords } from './column-flow/sides.ts';
import { type FlowRow, splitRows } from './column-flow/split-rows.ts';
import type { Block, ListText, Row, RowsRead } from './rows.ts';
import { checkNumbers } from './rows-delimited.ts';
import { bareText } from './text.ts';

/** What the reader is helped by: the vocabulary's readers and the reviewed borders of this seed. */
export interface ColumnFlowAids {
  isDepartmentList(text: string): boolean;
  isCategory(text: string): boolean;
  borders: readonly Border[];
}

/** How often a list is read; each reading but the first is taught by the one before. */
const READINGS = 3;
/** A row teaches when each of its borders beats all others by this much. */
const TEACHING_MARGIN = 5;

/** Reads all rows of one list. `sides` can be given to measure the reader on texts its own words were learnt from. */
export function readColumnFlowRows(
  list: ListText,
  file: string,
  aids: ColumnFlowAids,
  sides: SideWords = SIDE_WORDS,
): RowsRead {
  const names = remember(aids);
  const review = { list: list.list, file, borders: aids.borders };
  const whole = splitRows(list.body, names.isCategory);
  const sheets = whole.map((row) => laySheet(endRow(row, borderOf(row, review)), names));
  const learnt = emptyLearnt(countPrefixes(sheets, list.heading.text));
  const { rows, model } = readAll(sheets, list.list, { names, layouts: emptyLayouts(), learnt, sides });
  const settled = rows.map(({ sheet, reading }) => ({ sheet, ...settle(sheet, reading, model, review) }));
  const read = settled.map(({ sheet, reading }) => toRow(sheet, reading, list.list, model));
  const findings = [
    ...strayBorders(
      read.map(({ number }) => number),
      review,
    ),
    ...settled.flatMap((row) => row.findings),
    ...settled.flatMap(({ sheet, reading }, i) =>
      checkEnd(whole[i] as FlowRow, sheet, reading, model, review),
    ),
    ...checkNumbers(read, file),
  ];
  return { rows: read, findings };
}

/** The same texts are asked about again and again. */
function remember(aids: ColumnFlowAids): Names {
  const cached = (ask: (text: string) => boolean): ((text: string) => boolean) => {
    const answers = new Map<string, boolean>();
    return (text) => {
      const answer = answers.get(text) ?? ask(text);
      answers.set(text, answer);
      return answer;
    };
  };
  return {
    isDepartmentList: cached((text) => aids.isDepartmentList(text)),
    isCategory: cached((text) => aids.isCategory(text)),
  };
}

/** Reads, learns from the sure rows, and reads again. The last row teaches nothing: it may hold what closes the list. */
function readAll(sheets: readonly Sheet[], list: ListSlug, start: Model): { rows: ReadRow[]; model: Model } {
  const readWith = (model: Model): ReadRow[] =>
    sheets.map((sheet) => ({ sheet, reading: searchBorders(sheet, list, model) }));
  let model = start;
  let rows = readWith(model);
  for (let reading = 1; reading < READINGS; reading += 1) {
    const sure = rows
      .slice(0, -1)
      .filter(({ reading: { margins } }) => Math.min(...margins) > TEACHING_MARGIN);
    model = learnFrom(sure.length > 0 ? sure : rows, list, model);
    rows = readWith(model);
  }
  return { rows, model };
}

function toRow(sheet: Sheet, reading: Reading, list: ListSlug, model: Model): Row {
  const layout = new CellLayout(sheet, model.layouts);
  const { number, printed, at, all } = sheet.row;
  const cells: Row['cells'] = { number: [{ line: at, text: printed }] };
  columnsOf(list).forEach((column, c) => {
    const p = reading.starts[c] ?? 0;
    cells[column] = unwrap(sheet, layout, column, p, reading.starts[c + 1] ?? p);
  });
  const margin = Math.min(...reading.margins);
  return { list, number, cells, lines: all, confidence: 1 / (1 + Math.exp(-margin)) };
}

/** Joins wrapped lines to paragraphs; a category and a name are one whatever their lines look like. */
function unwrap(sheet: Sheet, layout: CellLayout, column: Column, p: number, q: number): Block[] {
  const joints = layout.jointsOf(column, p, q);
  const blocks: Block[] = [];
  piecesOf(sheet, p, q).forEach(({ line, text }, i) => {
    const last = blocks.at(-1);
    if (last && (joints[i - 1] === 'wrap' || column === 'category' || column === 'name')) last.text += text;
    else if (bareText(text) !== '') blocks.push({ line: line.number, text });
  });
  return blocks;
}
