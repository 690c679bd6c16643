/** The pages of comparison as tables: as a page shows them, and all of them duty by duty. */
import type { ListSlug } from '../domain/lists.ts';
import { nameWithCounty, type Township } from '../domain/township.ts';
import { MATTER_ROW_FIELDS } from './fields.ts';
import { csv, csvLine } from './text.ts';
import type { Sheet } from './workbook.ts';

/** What a page of comparison shows: rows are matters, columns townships. */
export interface Comparison {
  /** Below /data/, without an ending: compare/ziran-ziyuan */
  path: string;
  title: string;
  category: { id: string; name: string };
  matters: ComparedMatter[];
}

export interface ComparedMatter {
  /** The id of its first duty. */
  id: string;
  name: string;
  remark: '' | '清单不同' | '仅一地有';
  /** At most one a township. */
  duties: ComparedDuty[];
}

export interface ComparedDuty {
  id: string;
  township: string;
  list: ListSlug;
  number: number;
  /** 部分, 并入 */
  note: string;
  /** What the cell of its township says: 基本 72 部分 */
  cell: string;
}

const NAME_WIDTH = 40;
const REMARK_WIDTH = 10;
const TOWNSHIP_WIDTH = 20;
const ID_WIDTH = 28;

/** A comparison as one sheet, all townships side by side; where a township has nothing of the kind, its cell is empty. */
export function comparisonSheet({ title, matters }: Comparison, townships: readonly Township[]): Sheet {
  return {
    name: '对照',
    heading: title,
    columns: [
      { head: '事项', width: NAME_WIDTH },
      { head: '对照', width: REMARK_WIDTH },
      ...townships.map(({ county, name }) => ({
        head: nameWithCounty(county.name, name),
        width: TOWNSHIP_WIDTH,
      })),
      { head: '对应事项编号', width: ID_WIDTH },
    ],
    rows: matters.map(({ id, name, remark, duties }) => {
      const cells = new Map(duties.map(({ township, cell }) => [township, cell]));
      return [name, remark, ...townships.map(({ code }) => cells.get(code) ?? ''), id];
    }),
  };
}

/** The rows of a sheet as CSV, its head first. */
export const sheetCsv = ({ columns, rows }: Sheet): string =>
  csv([columns.map(({ head }) => head), ...rows.map((row) => row.map(String))].map(csvLine));

/** Every filled cell of all comparisons as a row of CSV, in the columns of MATTER_ROW_FIELDS. */
export const mattersCsv = (comparisons: readonly Comparison[]): string =>
  csv([MATTER_ROW_FIELDS.map(({ name }) => name), ...comparisons.flatMap(matterRows)].map(csvLine));

const matterRows = ({ category, matters }: Comparison): string[][] =>
  matters.flatMap(({ id: matter, name, remark, duties }) =>
    duties.map(({ id: duty, township, list, number, note }) => {
      const cells: Record<string, string> = {
        ...{ matter, matterName: name, category: category.id, categoryName: category.name, remark },
        ...{ duty, township, list, number: String(number), note },
      };
      return MATTER_ROW_FIELDS.map((field) => cells[field.name] ?? '');
    }),
  );
