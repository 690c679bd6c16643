/**
 * Sets rows whose cells are known as a column-flow document, as a PDF reader would give it: each cell wrapped to its
 * column's width, one cell after the other, the borders lost. What comes out is a whole document text.
 */
import { COLUMNS, type Column, LISTS, type ListSlug } from '../../src/domain/lists.ts';
import type { Row } from '../../src/extract/rows.ts';
import { printedWidth, tidyText } from '../../src/extract/text.ts';

/** How a document is set. Widths are printed widths: a Han character takes two. */
export interface Setting {
  widths: {
    category: number;
    /** Of the list with six columns. */
    name: number;
    departments: number;
    superiorDuties: number;
    townshipDuties: number;
    /** Of the other two lists. */
    basicName: number;
    reclaimedName: number;
    takeover: number;
  };
  /** Lines to a page; what stands at a page's beginning. */
  page: { lines: number; begins: 'head' | 'space' | 'mark-and-head' };
  /** Blank lines: as seed 000 has them, none, after every line, between cells. */
  blanks: 'seed' | 'none' | 'every' | 'cells';
  /** 、。； may begin a line; otherwise they take the character before them along. */
  punctuationBegins: boolean;
  /** Number, category, name and departments stand on one line where each is short. */
  runTogether: boolean;
  fullWidth: boolean;
  /** Items are paragraphs of their own, or a cell is set as one paragraph. */
  paragraphs?: 'items' | 'cell';
  /** The number stands on a line of its own. */
  numberAlone?: boolean;
  /** A page can end inside a row. */
  pagesCutRows?: boolean;
  /** Cells of one line that are neighbours share it, whatever they are. */
  joinSingles?: boolean;
  /** Lines are cut after so many characters, whatever their printed width. */
  byCharacters?: boolean;
}

export interface KnownRow {
  number: number;
  cells: Partial<Record<Column, string[]>>;
}

export interface Places {
  from: { county: string; township: string };
  to: { prefecture: string; county: string; township: string };
}

/** The rows as they are to be set: another place's names, items as paragraphs of their own. */
export function prepareRows(rows: readonly Row[], places: Places, fullWidth: boolean): KnownRow[] {
  return rows.map((row) => ({
    number: row.number,
    cells: Object.fromEntries(
      LISTS[row.list].columns.map((column) => [
        column,
        (row.cells[column] ?? []).flatMap(({ text }) =>
          paragraphsOf(column, rename(text, places), fullWidth),
        ),
      ]),
    ),
  }));
}

function rename(text: string, { from, to }: Places): string {
  const kind = /街道|[乡镇]$/u.exec(to.township)?.[0] ?? '镇';
  const own = from.township.at(-1) ?? '镇';
  return tidyText(text)
    .replaceAll(from.township, to.township)
    .replaceAll(from.county, to.county)
    .replaceAll(from.county.slice(0, -1), to.county.slice(0, -1))
    .replaceAll(/伊犁州|克州|昌吉州/gu, to.prefecture)
    .replaceAll(`本${own}`, `本${kind}`);
}

/** `1.…； 2.…` in one block are two paragraphs; a department list and a name are one. */
function paragraphsOf(column: Column, text: string, fullWidth: boolean): string[] {
  const duty = column === 'superiorDuties' || column === 'townshipDuties' || column === 'takeover';
  const parts = duty
    ? text.split(/(?<=[。；;：:])\s*(?=\d{1,2}[.．、](?!\d))|(?<=[^：:])\s*(?=工作方式[：:]|承接方式[：:])/u)
    : [text];
  const widen = (part: string): string =>
    fullWidth && duty
      ? part.replace(/^\d+(?=[.．])/u, (digits) =>
          digits.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
        )
      : part;
  return parts.map((part) => widen(part.trim())).filter((part) => part !== '');
}

/** A paragraph wrapped to a width. Numbers and words are not cut, except where they fill a line. */
export function wrap(
  text: string,
  width: number,
  punctuationBegins: boolean,
  byCharacters = false,
): string[] {
  const widthOfText = (line: string): number => (byCharacters ? line.length * 2 : printedWidth(line));
  const lines: string[] = [];
  let line = '';
  for (const token of text.match(byCharacters ? /./gsu : /[A-Za-z0-9]+|./gsu) ?? []) {
    if (line !== '' && widthOfText(line + token) > width) {
      const carried =
        !punctuationBegins && /^[、，。；：！？）”》]/u.test(token) ? (/.$/su.exec(line)?.[0] ?? '') : '';
      lines.push(line.slice(0, line.length - carried.length));
      line = carried;
    }
    line += token;
  }
  return [...lines, line].map((each) => each.trim()).filter((each) => each !== '');
}

/** The document text of three lists. */
export function setAsColumnFlow(
  lists: readonly { list: ListSlug; rows: readonly KnownRow[] }[],
  setting: Setting,
  places: Places,
): string {
  return lists.map(({ list, rows }) => setList(list, rows, setting, places)).join('\n');
}

function setList(list: ListSlug, rows: readonly KnownRow[], setting: Setting, places: Places): string {
  const { prefecture, county, township } = places.to;
  const head = LISTS[list].columns
    .map((column) =>
      column === 'townshipDuties' ? `${/街道|.$/u.exec(township)?.[0]}配合职责` : COLUMNS[column],
    )
    .join(' ');
  const out = [`${prefecture}${county}${township}${LISTS[list].chinese}清单`, '', head, ''];
  let used = 0;
  let page = 1;
  for (const row of rows) {
    const lines = setRow(list, row, setting);
    if (setting.pagesCutRows) {
      for (const line of lines) {
        if (used === setting.page.lines) {
          out.push(
            ...(setting.page.begins === 'head'
              ? [` ${head}`, '']
              : [`第 ${++page} 页，共 61 页`, '', head, '']),
          );
          used = 0;
        }
        out.push(line);
        used += 1;
      }
      continue;
    }
    if (used > 0 && used + lines.length > setting.page.lines) {
      page += 1;
      used = 0;
      if (setting.page.begins === 'mark-and-head') out.push('', `第 ${page} 页，共 61 页`, '', '');
      if (setting.page.begins === 'space') lines[0] = ` ${lines[0] ?? ''}`;
      else out.push(` ${head}`, '');
    }
    out.push(...lines);
    used += lines.length;
  }
  return out.join('\n');
}

function widthOf(list: ListSlug, column: Column, { widths }: Setting): number {
  if (column === 'name')
    return list === 'cooperative' ? widths.name : list === 'basic' ? widths.basicName : widths.reclaimedName;
  return column === 'number' ? 4 : widths[column];
}

/** One row: its short cells on one line while they fit, then each cell with its blank lines. */
function setRow(list: ListSlug, row: KnownRow, setting: Setting): string[] {
  const columns = LISTS[list].columns.filter((column) => column !== 'number');
  const cells = columns.map((column) => {
    const width = widthOf(list, column, setting);
    const paragraphs = row.cells[column] ?? [];
    const texts = setting.paragraphs === 'cell' && paragraphs.length > 0 ? [paragraphs.join('')] : paragraphs;
    return texts.map((text) => wrap(text, width, setting.punctuationBegins, setting.byCharacters));
  });
  const gap = setting.fullWidth ? '\u3000' : ' ';
  let first = widen(String(row.number), setting.fullWidth);
  let next = 0;
  while (!setting.numberAlone && next < cells.length && (next === 0 || setting.runTogether)) {
    const [paragraph = [], ...others] = cells[next] ?? [];
    if (others.length > 0 || paragraph.length !== 1 || (next > 2 && list === 'cooperative')) break;
    first += gap + paragraph[0];
    next += 1;
  }
  if (next === 0 && !setting.numberAlone) {
    const [paragraph = []] = cells[0] ?? [];
    first += gap + (paragraph[0] ?? '');
    cells[0] = [paragraph.slice(1)];
  }
  const body = setting.joinSingles
    ? joined(cells.slice(next)).flatMap((cell, i) => setCell(columns[next + i] ?? 'name', cell, setting))
    : cells.slice(next).flatMap((cell, i) => setCell(columns[next + i] ?? 'name', cell, setting));
  return setting.blanks === 'none'
    ? [first, ...body]
    : [first, ...(next > 1 || setting.blanks === 'every' ? [''] : []), ...body, ''];
}

/** Neighbours of one line each on one line, as a PDF reader gives what stands at one height. */
function joined(cells: readonly string[][][]): string[][][] {
  const single = (cell: readonly string[][] | undefined): boolean =>
    cell?.length === 1 && cell[0]?.length === 1;
  const out: string[][][] = [];
  for (const [i, cell] of cells.entries()) {
    const last = out.at(-1);
    if (last && single(cell) && single(cells[i - 1]))
      out[out.length - 1] = [[`${last[0]?.[0]} ${cell[0]?.[0]}`]];
    else out.push(cell);
  }
  return out;
}

const widen = (text: string, fullWidth: boolean): string =>
  fullWidth ? text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;

function setCell(column: Column, cell: readonly string[][], { blanks }: Setting): string[] {
  const duty = column === 'superiorDuties' || column === 'townshipDuties';
  if (blanks === 'none') return cell.flat();
  if (blanks === 'every') return cell.flat().flatMap((line) => [line, '']);
  if (blanks === 'cells' || !duty)
    return [
      ...cell.flatMap((paragraph, i) => (i > 0 && column === 'takeover' ? ['', ...paragraph] : paragraph)),
      '',
    ];
  return cell.flatMap(([first = '', ...rest]) => (rest.length > 0 ? [first, '', ...rest, ''] : [first, '']));
}
