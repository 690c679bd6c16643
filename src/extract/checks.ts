/** Checks over a whole document: what was found against the lines it came from and against what it says of itself. */
import { clausesText } from '../domain/clause.ts';
import type { Duty } from '../domain/duty.ts';
import { COLUMNS, type Column, LIST_SLUGS, LISTS, type ListSlug } from '../domain/lists.ts';
import type { Counts, Tally } from '../domain/township.ts';
import { strikeTags } from './cells.ts';
import { type Finding, finding } from './finding.ts';
import type { Line, Row } from './rows.ts';
import type { Claim } from './sections.ts';
import { bareText, foldDigits } from './text.ts';

/** Characters that change how a text reads without being seen: bidirectional controls, and C0 and C1 controls. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Markup that a browser would run. Pages print it as text all the same; a document has no reason to hold it. */
const ACTIVE =
  /javascript:|<\s*\/?\s*(script|iframe|object|embed|svg|img|link|style|form|a)\b|<[^>]*\bon[a-z]+\s*=/i;

/** Lines that hold what no official document does. */
export function checkCharacters(lines: Line[], file: string): Finding[] {
  return lines.flatMap(({ number, text }) => {
    const control = CONTROL.exec(text);
    const active = ACTIVE.exec(text);
    const code = control?.[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return [
      ...(control
        ? [
            finding(
              'control-character',
              file,
              number,
              `第 ${control.index + 1} 个字符是看不见的控制字符 U+${code}`,
            ),
          ]
        : []),
      ...(active
        ? [
            finding(
              'active-markup',
              file,
              number,
              `含有浏览器会执行的标记：${text.slice(active.index, active.index + 30)}`,
            ),
          ]
        : []),
    ];
  });
}

/** Every non-blank line belongs to something, and every line of a row to exactly one row. */
export function checkClaims(lines: Line[], claims: Map<Line, Claim>, rows: Row[], file: string): Finding[] {
  const times = new Map<Line, number>();
  for (const row of rows) for (const line of row.lines) times.set(line, (times.get(line) ?? 0) + 1);
  return lines.flatMap((line) => {
    if (bareText(line.text) === '') return [];
    const claim = claims.get(line);
    const claimed = claim === 'row' ? times.get(line) : claim && 1;
    if (claimed === 1) return [];
    const why = claimed ? `归入了 ${claimed} 个事项` : '未归入任何事项、表头或说明';
    return [finding('unclaimed-line', file, line.number, `此行${why}：${line.text.trim().slice(0, 40)}`)];
  });
}

/**
 * The cells of a row hold exactly the text of its lines: nothing lost, added or moved to another row. Where tabs part
 * the cells, each is compared on its own.
 */
export function checkRowText(row: Row, delimited: boolean, file: string): Finding[] {
  const cells = LISTS[row.list].columns.map((column) =>
    (row.cells[column] ?? []).map((block) => block.text).join(''),
  );
  const texts = row.lines.map(({ text }) => text);
  const read = (delimited ? cells : [cells.join('')]).map(bareText);
  const stands = delimited ? delimitedCells(texts) : [bareText(texts.join(''))];
  if (foldDigits(read.join('\t')) === foldDigits(stands.join('\t'))) return [];
  return [finding('text-lost', file, firstLine(row), `第 ${row.number} 项读出的文字与原文不符`)];
}

const firstLine = ({ lines }: Row): number | null => lines[0]?.number ?? null;

/** The cells that stand on the lines of a row; what a further line says again, its number too, is left out. */
function delimitedCells(lines: string[]): string[] {
  const [first = [], ...others] = lines.map((line) =>
    line.split('\t').map((cell) => bareText(strikeTags(cell))),
  );
  return others.reduce(
    (cells, more) =>
      cells.map((cell, at) => (at === 0 || more[at] === cell ? cell : cell + (more[at] ?? ''))),
    first,
  );
}

/** The clauses of a cell joined give the cell again. */
export function checkClauses(duty: Duty, row: Row, file: string): Finding[] {
  const columns = ['superiorDuties', 'townshipDuties', 'takeover'] as const;
  return columns.flatMap((column) => {
    const cell = bareText((row.cells[column] ?? []).map((block) => block.text).join(''));
    if (bareText(clausesText(duty[column] ?? [])) === cell) return [];
    const message = `第 ${duty.number} 项“${COLUMNS[column]}”分条后与原文不符`;
    return [finding('text-lost', file, firstLine(row), message)];
  });
}

/** A cell without text: kept, and the page says that the list is silent. Category and name cannot be. */
export function checkEmptyCells(row: Row, file: string): Finding[] {
  return LISTS[row.list].columns.flatMap((column: Column) => {
    if ((row.cells[column] ?? []).some((block) => bareText(block.text) !== '') || column === 'number')
      return [];
    const needed = column === 'category' || column === 'name';
    const message = `${LISTS[row.list].chinese}第 ${row.number} 项的“${COLUMNS[column]}”是空的`;
    return [finding(needed ? 'cell-count' : 'empty-cell', file, firstLine(row), message)];
  });
}

const SENTENCE_END = /[。；;！？!?…）)”》]$/;

/**
 * A document that stops in the middle of a row: its last cell has no end, where the cells of that column have one,
 * or opens a bracket or a quotation that it does not close.
 */
export function checkCut(rows: Row[], file: string): Finding[] {
  const last = rows.at(-1);
  if (!last) return [];
  const column = LISTS[last.list].columns.at(-1) as Column;
  const text = (row: Row): string => bareText((row.cells[column] ?? []).map((block) => block.text).join(''));
  const others = rows.filter((row) => row.list === last.list && row !== last).map(text);
  const usual = others.filter((cell) => SENTENCE_END.test(cell)).length > 0.9 * others.length;
  const open = ['（）', '“”', '《》'].some(
    ([from = '', to = '']) => text(last).split(from).length > text(last).split(to).length,
  );
  if (!open && (!usual || SENTENCE_END.test(text(last)))) return [];
  return [
    finding(
      'cut-row',
      file,
      last.lines.at(-1)?.number ?? null,
      `最后一项的“${COLUMNS[column]}”没有写完：…${text(last).slice(-20)}`,
    ),
  ];
}

/** How many duties, categories and departments were found, list by list. */
export function tally(duties: Duty[]): Tally {
  const counts = (list: ListSlug): Counts => {
    const own = duties.filter((duty) => duty.list === list);
    const departments = new Set(
      own.flatMap((duty) => duty.departments.map(({ office, published }) => office ?? published)),
    );
    const categories = new Set(own.map((duty) => duty.category));
    return {
      duties: own.length,
      categories: categories.size,
      departments: list === 'basic' ? null : departments.size,
    };
  };
  const [basic, cooperative, reclaimed] = LIST_SLUGS.map(counts) as [Counts, Counts, Counts];
  return { total: duties.length, basic, cooperative, reclaimed };
}

const WHAT = { duties: '事项', categories: '类别', departments: '部门' } as const;

/** What a document states of itself beside what was found in it; a difference is published, not hidden. */
export function checkDeclared(declared: Tally, found: Tally, file: string, line: number | null): Finding[] {
  const differ = (name: string, says: number | null, is: number | null): Finding[] =>
    says === null || is === null || says === is
      ? []
      : [finding('declared-differs', file, line, `${name}：文件自述 ${says} 个，实际读出 ${is} 个`)];
  return [
    ...differ('事项总数', declared.total, found.total),
    ...LIST_SLUGS.flatMap((list) =>
      (Object.keys(WHAT) as (keyof typeof WHAT)[]).flatMap((what) =>
        differ(`${LISTS[list].chinese}的${WHAT[what]}`, declared[list][what], found[list][what]),
      ),
    ),
  ];
}

/** Findings of one kind that a whole document is full of, told once with the number of lines. */
export function gather(findings: Finding[], code: Finding['code']): Finding[] {
  const same = findings.filter((entry) => entry.code === code);
  const first = same[0];
  if (!first || same.length === 1) return findings;
  const lines = new Set(same.map((entry) => entry.line)).size;
  const told = { ...first, message: `${first.message}（本文件 ${lines} 行中共 ${same.length} 处）` };
  return [...findings.filter((entry) => entry.code !== code), told];
}
