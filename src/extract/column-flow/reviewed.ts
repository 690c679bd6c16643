/** Reviewed borders (borders.ts) settle a row; a border nobody reviewed and the search is not sure of is reported. */
import { COLUMNS, type Column, type ListSlug } from '../../domain/lists.ts';
import { type Border, bordersFile } from '../borders.ts';
import { type Finding, finding } from '../finding.ts';
import { columnsOf, type Reading, searchBorders } from './search.ts';
import type { Fixed, Model } from './segments.ts';
import { cutAtomAt, type Sheet } from './sheet.ts';
import type { FlowRow } from './split-rows.ts';

/** A border that beats the next best by less is reported. Measured: test/corpus/unseen-column-flow.test.ts. */
const DOUBTFUL_MARGIN = 4;

export interface Settled {
  reading: Reading;
  findings: Finding[];
}

/** What the rows of a list are settled with. */
export interface Review {
  list: ListSlug;
  file: string;
  borders: readonly Border[];
}

/** What was reviewed of a row. */
export const borderOf = ({ number }: FlowRow, { list, borders }: Review): Border | undefined =>
  borders.find((border) => border.list === list && border.number === number);

/** What there is to say of a row's end: its doubts, settled where it was reviewed. `unreviewed` is the row if it had not been. */
export function settleEnd(row: FlowRow, unreviewed: FlowRow, doubts: Finding[], review: Review): Finding[] {
  const border = borderOf(row, review);
  if (border?.ends === undefined) return doubts;
  if (row.lines.at(-1)?.number !== border.ends)
    return [stale(review.file, border, `该项没有第 ${border.ends} 行`), ...doubts];
  const idle = doubts.length === 0 && row.lines.length === unreviewed.lines.length;
  return idle ? [stale(review.file, border, '不写这一条，该项也在此结束')] : [];
}

/** The reading of a row after review, and what there is to say of it. */
export function settle(sheet: Sheet, reading: Reading, model: Model, review: Review): Settled {
  const { list, file } = review;
  const border = borderOf(sheet.row, review);
  if (!border || Object.keys(border.begins).length === 0)
    return { reading, findings: doubts(sheet, reading, review) };
  const fixed = placeBorder(sheet, border, list);
  if (!fixed) {
    const words = Object.values(border.begins).map(({ line, text }) => `第 ${line} 行“${text}”`);
    const found = stale(file, border, `该项没有依次从${words.join('、')}开始的单元格`);
    return { reading, findings: [found, ...doubts(sheet, reading, review)] };
  }
  const settled = searchBorders(sheet, list, model, fixed);
  const idle = isSure(reading) && settled.starts.every((start, i) => start === reading.starts[i]);
  const findings = idle ? [stale(file, border, '不写这一条也能确定同样的分界')] : [];
  return { reading: { ...settled, margins: settled.margins.map(() => Infinity) }, findings };
}

/** Entries for rows that are not there. */
export function strayBorders(numbers: readonly number[], { list, file, borders }: Review): Finding[] {
  return borders
    .filter((border) => border.list === list && !numbers.includes(border.number))
    .map((border) => stale(file, border, '清单中没有这一项'));
}

const stale = (file: string, { list, number }: Border, why: string): Finding =>
  finding('stale-border', bordersFile(file), null, `${list} 第 ${number} 项：${why}`);

const isSure = ({ margins }: Reading): boolean => margins.every((margin) => margin >= DOUBTFUL_MARGIN);

/** The atoms at which the reviewed cells begin; undefined where a place does not match or the order is wrong. */
function placeBorder(sheet: Sheet, { begins }: Border, list: ListSlug): Fixed | undefined {
  const places = columnsOf(list).flatMap((column) => {
    const place = begins[column];
    return place ? [{ column, ...placeOf(place, sheet) }] : [];
  });
  if (places.some(({ line }) => line < 0)) return undefined;
  for (const { line, from } of places) cutAtomAt(sheet, line, from);
  const fixed: [Column, number][] = places.map(({ column, line, from }) => [
    column,
    sheet.atoms.findIndex((atom) => atom.line === line && atom.from === from),
  ]);
  const inOrder = fixed.every(([, at], i) => at >= 0 && (i === 0 || at > (fixed[i - 1]?.[1] ?? 0)));
  return inOrder ? Object.fromEntries(fixed) : undefined;
}

/** The index of the line that holds the words, and where in it; several lines can have the number of one. */
function placeOf(place: { line: number; text: string }, sheet: Sheet): { line: number; from: number } {
  const words = place.text.trim();
  const line = sheet.lines.findIndex(({ number, text }) => number === place.line && text.includes(words));
  return { line, from: sheet.lines[line]?.text.indexOf(words) ?? -1 };
}

/** A row some of whose borders could as well stand elsewhere. */
function doubts(sheet: Sheet, reading: Reading, { list, file }: Review): Finding[] {
  if (isSure(reading)) return [];
  const { all, number, at } = sheet.row;
  const columns = columnsOf(list);
  const unsure = reading.margins.flatMap((margin, i) =>
    margin < DOUBTFUL_MARGIN ? [COLUMNS[columns[i + 1] ?? 'name']] : [],
  );
  const message = `第 ${number} 项（第 ${at}—${all.at(-1)?.number ?? at} 行）的分界不能确定：${unsure.join('、')}从何处开始`;
  return [finding('doubtful-border', file, at, message)];
}
