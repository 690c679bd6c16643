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
 * The rows are found by their numbers; then all borders of a row are chosen together (column-flow/search.ts), and
 * what the sure rows show of column widths, blank lines and recurring names is used to read all rows again.
 */
import { COLUMNS, type Column, type ListSlug } from '../domain/lists.ts';
import type { Border } from './borders.ts';
import { borderOf, bordersFile } from './borders.ts';
import { emptyLearnt } from './column-flow/content.ts';
import { emptyLayouts, learnFrom, type ReadRow } from './column-flow/learn.ts';
import { countPrefixes } from './column-flow/prefixes.ts';
import {
  columnsOf,
  type Fixed,
  type Model,
  type Reading,
  SegmentTable,
  searchBorders,
} from './column-flow/search.ts';
import { laySheet, type Names, openPairs, piecesOf, type Sheet } from './column-flow/sheet.ts';
import { SIDE_WORDS } from './column-flow/side-words.ts';
import type { SideWords } from './column-flow/sides.ts';
import { type FlowRow, splitRows } from './column-flow/split-rows.ts';
import { type Finding, finding } from './finding.ts';
import type { Block, ListText, Row, RowsRead } from './rows.ts';
import { checkNumbers } from './rows-delimited.ts';
import { bareText } from './text.ts';

/** What the reader is helped by: the vocabulary's readers and the reviewed borders of this seed. */
export interface ColumnFlowAids {
  isDepartmentList(text: string): boolean;
  isCategory(text: string): boolean;
  borders: readonly Border[];
}

/** How often a list is read again with what the reading before has taught. */
const ROUNDS = 3;
/** A row teaches when each of its borders beats all others by this much. */
const TEACHING_MARGIN = 5;
/** A border that beats the next best by less is reported. */
export const DOUBTFUL_MARGIN = 4;

/** Reads all rows of one list. `sides` can be given to measure the reader on texts its own words were learnt from. */
export function readColumnFlowRows(
  list: ListText,
  file: string,
  aids: ColumnFlowAids,
  sides: SideWords = SIDE_WORDS,
): RowsRead {
  const names = remember(aids);
  const rows = splitRows(list.body, names.isCategory);
  const sheets = rows.map((row) => laySheet(row, names));
  const { readings, model } = readTwice(sheets, list.list, {
    names,
    layouts: emptyLayouts(),
    learnt: emptyLearnt(countPrefixes(sheets, list.heading.text)),
    sides,
  });
  const findings = [...staleBorders(rows, list.list, aids.borders, file)];
  const read = sheets.map((sheet, i) => {
    const settled = settle(sheet, readings[i] as Reading, list.list, model, aids.borders, file);
    findings.push(...settled.findings);
    return toRow(sheet, settled.reading, list.list, model);
  });
  findings.push(...checkNumbers(read, file));
  return { rows: read, findings };
}

/** The same texts are asked about again and again. */
function remember(aids: ColumnFlowAids): Names {
  const cached = (ask: (text: string) => boolean): ((text: string) => boolean) => {
    const answers = new Map<string, boolean>();
    return (text) => {
      const known = answers.get(text);
      if (known !== undefined) return known;
      const answer = ask(text);
      answers.set(text, answer);
      return answer;
    };
  };
  return {
    isDepartmentList: cached((text) => aids.isDepartmentList(text)),
    isCategory: cached((text) => aids.isCategory(text)),
  };
}

/** Reads, learns from the sure rows, and reads again. */
function readTwice(
  sheets: readonly Sheet[],
  list: ListSlug,
  start: Model,
): { readings: Reading[]; model: Model } {
  let model = start;
  let readings = sheets.map((sheet) => searchBorders(sheet, list, model));
  for (let round = 1; round < ROUNDS; round += 1) {
    const rows: ReadRow[] = sheets.map((sheet, i) => ({ sheet, reading: readings[i] as Reading }));
    const sure = rows.filter(({ reading }) => Math.min(...reading.margins) > TEACHING_MARGIN);
    model = learnFrom(sure.length > 0 ? sure : rows, list, model);
    readings = sheets.map((sheet) => searchBorders(sheet, list, model));
  }
  return { readings, model };
}

/** Applies a reviewed border, or reports a border that is in doubt. */
function settle(
  sheet: Sheet,
  reading: Reading,
  list: ListSlug,
  model: Model,
  borders: readonly Border[],
  file: string,
): { reading: Reading; findings: Finding[] } {
  const border = borderOf(borders, list, sheet.row.number);
  if (!border) return { reading, findings: doubts(sheet, reading, list, file) };
  const fixed = placeBorder(sheet, border);
  if (!fixed) {
    const message = `${list} 第 ${border.number} 项：所指的行中没有“${wordsOf(border)}”`;
    return {
      reading,
      findings: [
        finding('stale-border', bordersFile(file), null, message),
        ...doubts(sheet, reading, list, file),
      ],
    };
  }
  const settled = searchBorders(sheet, list, model, fixed);
  const idle = isSure(reading) && settled.starts.every((start, i) => start === reading.starts[i]);
  const message = `${list} 第 ${border.number} 项：不写这一条也能确定同样的分界`;
  const findings = idle ? [finding('stale-border', bordersFile(file), null, message)] : [];
  return { reading: { ...settled, margins: settled.margins.map(() => Infinity) }, findings };
}

const wordsOf = (border: Border): string =>
  Object.values(border.begins)
    .map((place) => place.text)
    .join('”“');

const isSure = (reading: Reading): boolean => reading.margins.every((margin) => margin >= DOUBTFUL_MARGIN);

/** The atoms at which the reviewed cells begin; lines are cut there where they were not. Undefined where a place does not match. */
function placeBorder(sheet: Sheet, border: Border): Fixed | undefined {
  const fixed: Fixed = {};
  for (const place of Object.values(border.begins)) {
    const line = sheet.lines.findIndex(({ number }) => number === place.line);
    const from = sheet.lines[line]?.text.indexOf(place.text) ?? -1;
    if (line < 0 || from < 0) return undefined;
    cutAt(sheet, line, from);
  }
  for (const [column, place] of Object.entries(border.begins)) {
    const line = sheet.lines.findIndex(({ number }) => number === place.line);
    const from = sheet.lines[line]?.text.indexOf(place.text) ?? -1;
    fixed[column as Column] = sheet.atoms.findIndex((atom) => atom.line === line && atom.from === from);
  }
  return fixed;
}

function cutAt(sheet: Sheet, line: number, from: number): void {
  const index = sheet.atoms.findIndex((atom) => atom.line === line && atom.from < from && from < atom.to);
  const atom = sheet.atoms[index];
  if (!atom) return;
  const text = sheet.lines[line]?.text.slice(0, from) ?? '';
  sheet.atoms.splice(index, 1, { ...atom, to: text.trimEnd().length }, { ...atom, from, kind: 'line' });
  sheet.open = openPairs(sheet.lines, sheet.atoms);
  sheet.departmentAt = [];
  delete sheet.sides;
}

/** A row some of whose borders could as well stand elsewhere. */
function doubts(sheet: Sheet, reading: Reading, list: ListSlug, file: string): Finding[] {
  if (isSure(reading)) return [];
  const { all, number, at } = sheet.row;
  const names = columnsOf(list);
  const unsure = reading.margins.flatMap((margin, i) =>
    margin < DOUBTFUL_MARGIN ? [COLUMNS[names[i + 1] ?? 'name']] : [],
  );
  const message = `第 ${number} 项（第 ${all[0] ?? at}—${all.at(-1) ?? at} 行）的分界不能确定：${unsure.join('、')}从何处开始`;
  return [finding('doubtful-border', file, at, message)];
}

function staleBorders(
  rows: readonly FlowRow[],
  list: ListSlug,
  borders: readonly Border[],
  file: string,
): Finding[] {
  const numbers = new Set(rows.map(({ number }) => number));
  return borders
    .filter((border) => border.list === list && !numbers.has(border.number))
    .map((border) =>
      finding('stale-border', bordersFile(file), null, `${list} 中没有第 ${border.number} 项`),
    );
}

function toRow(sheet: Sheet, reading: Reading, list: ListSlug, model: Model): Row {
  const table = new SegmentTable(sheet, model);
  const cells: Row['cells'] = { number: [{ line: sheet.row.at, text: sheet.row.printed }] };
  columnsOf(list).forEach((column, c) => {
    const p = reading.starts[c] ?? 0;
    const q = reading.starts[c + 1] ?? p;
    cells[column] = unwrap(sheet, table, column, p, q);
  });
  const margin = Math.min(...reading.margins);
  return {
    list,
    number: sheet.row.number,
    cells,
    lines: sheet.row.all,
    confidence: 1 / (1 + Math.exp(-margin)),
  };
}

/** Joins wrapped lines to paragraphs. */
function unwrap(sheet: Sheet, table: SegmentTable, column: Column, p: number, q: number): Block[] {
  const joints = table.jointsOf(column, p, q);
  const blocks: Block[] = [];
  piecesOf(sheet, p, q).forEach(({ line, text }, i) => {
    const last = blocks.at(-1);
    if (last && (joints[i - 1] === 'wrap' || column === 'category' || column === 'name')) last.text += text;
    else if (bareText(text) !== '') blocks.push({ line: line.number, text });
  });
  return blocks;
}
