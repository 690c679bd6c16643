/** A row laid out for the search: its lines, what can be seen of each, and the places where a cell may begin. */
import { bareText, printedWidth } from '../text.ts';
import { type Marker, markersIn } from './numbering.ts';
import type { FlowLine, FlowRow } from './split-rows.ts';

/** A piece of a line between two places where a cell may begin. */
export interface Atom {
  /** Index of its line in the row. */
  line: number;
  from: number;
  to: number;
  /** What stands before it: the line's beginning, a space, or nothing. */
  kind: 'line' | 'space' | 'inside';
}

export interface SheetLine extends FlowLine {
  width: number;
  markers: Marker[];
  /** A marker begins the line, or a label: 承接部门：, 工作方式： */
  marked: boolean;
  /** A department begins the line and what it does follows, here or on the next: 县公安局：负责… */
  named: boolean;
  /** It ends as a sentence or item does. */
  ends: boolean;
  /** Stands alone and names who acts or what follows: 县农业农村局： */
  heading: boolean;
}

export interface Sheet {
  row: FlowRow;
  lines: SheetLine[];
  /** Lines before the first sentence or item: category, name and departments stand there. */
  head: number;
  atoms: Atom[];
  /** For each border between atoms: how many brackets and quotes of each pair are open there. */
  open: number[][];
  /** For each atom: a department's name begins there; filled in when asked. */
  departmentAt: boolean[];
  /** For each atom: what the numbering of a cell that begins there costs, by where it ends; filled in when asked. */
  numbering: number[][];
  /** Sums of side words up to each atom (sides.ts); filled in when asked. */
  sides?: number[];
}

/** What the reader knows of names. */
export interface Names {
  isDepartmentList(text: string): boolean;
  isCategory(text: string): boolean;
}

const ENDS = /[。；;！？!?：:]["”』」）)]?$/u;
const LABEL = /^(?:承接(?:部门|单位|主体|方式)|(?:工作|办理)方式)\s*[：:]/u;
/** A line with more than this is no list of departments or heading. */
const HEADING_WIDTH = 80;

/** Lays out one row. */
export function laySheet(row: FlowRow, names: Names): Sheet {
  const lines = row.lines.map((line) => lookAt(line, names));
  const head = headLength(lines);
  const atoms = lines.flatMap((line, index) => cutLine(line, index, index < head, names));
  return { row, lines, head, atoms, open: openPairs(lines, atoms), departmentAt: [], numbering: [] };
}

function lookAt(line: FlowLine, names: Names): SheetLine {
  const markers = markersIn(line.text);
  const heading = isHeading(line.text, markers, names);
  return {
    ...line,
    width: printedWidth(line.text),
    markers,
    marked: markers[0]?.at === 0 || LABEL.test(line.text),
    named: heading || names.isDepartmentList(/^[^，。；：:]{2,24}(?=[：:])/u.exec(line.text)?.[0] ?? ''),
    ends: ENDS.test(line.text),
    heading,
  };
}

/** `县农业农村局：`, a bare `县林草局`, `二、后期扶持工作`: what a numbering may begin again after. */
function isHeading(text: string, markers: readonly Marker[], names: Names): boolean {
  if (/[；。]/u.test(text) || text.length * 2 > HEADING_WIDTH) return false;
  if (/[：:]$/u.test(text)) return true;
  if (markers[0]?.at === 0) return markers[0].kind !== 'item';
  return names.isDepartmentList(bareText(text)) || /[^，。；]”工作$/u.test(text);
}

/** Lines before the first sentence or item: category, name and departments stand there. */
function headLength(lines: readonly SheetLine[]): number {
  const first = lines.findIndex((line) => line.marked || /[。；;]/u.test(line.text));
  return first < 0 ? lines.length : first + 1;
}

/**
 * Where inside a line a cell may begin: after a space, where a department ends or begins, after a category.
 *
 *     90 城乡建设 通信设施建设和保县商务工信局
 *     县市监局 规范市场主体住所（经营场所）核准登记工作。
 */
function cutLine(line: SheetLine, index: number, inHead: boolean, names: Names): Atom[] {
  const cuts = new Map<number, Atom['kind']>();
  for (const space of line.text.matchAll(/[\s\u3000]+/gu)) {
    const before = line.text.slice(0, space.index);
    if (inHead || /[。；;]$/u.test(before)) cuts.set(space.index + space[0].length, 'space');
  }
  if (inHead && !line.marked)
    for (const at of seams(line.text, names)) if (!cuts.has(at)) cuts.set(at, 'inside');
  const places = [...cuts].sort(([a], [b]) => a - b);
  return [[0, 'line'] as const, ...places].map(([from, kind], i) => ({
    line: index,
    from,
    to: line.text.slice(0, places[i]?.[0] ?? line.text.length).trimEnd().length,
    kind,
  }));
}

/** Offsets inside a run-together line: where a department follows other words, or other words a department. */
function seams(text: string, names: Names): number[] {
  const found: number[] = [];
  for (let at = 2; at < text.length - 1; at += 1) {
    const before = bareText(text.slice(0, at));
    const afterBody = /[局委办部院会室厅站队心]$/u.test(before);
    const begins = /[县市州区旗省盟团师]/u.test(text[at] ?? '') && !afterBody && !/[、，,（]$/u.test(before);
    const ends = afterBody && text.length - at > 6 && !/^[、，,）]/u.test(text.slice(at));
    if (begins && names.isDepartmentList(bareText(text.slice(at)))) found.push(at);
    else if (ends && names.isDepartmentList(lastWord(before)) && !names.isDepartmentList(text.slice(at)))
      found.push(at);
    else if (at < 9 && names.isCategory(before)) found.push(at);
  }
  return found;
}

const lastWord = (text: string): string => text.split(/\s/u).at(-1) ?? text;

const PAIRS = ['（）', '()', '“”', '《》', '【】', '〈〉'] as const;

/** Counts open brackets along a row. Where only the half-width form closes, （ and ) count as one pair. */
function openPairs(lines: readonly SheetLine[], atoms: readonly Atom[]): number[][] {
  const depths = PAIRS.map(() => 0);
  const open = [[...depths]];
  for (const atom of atoms) {
    for (const character of lines[atom.line]?.text.slice(atom.from, atom.to) ?? '') {
      const pair = PAIRS.findIndex((both) => both.includes(character));
      if (pair < 0) continue;
      const slot = pair === 1 ? 0 : pair;
      depths[slot] = (depths[slot] ?? 0) + (PAIRS[pair]?.[0] === character ? 1 : -1);
    }
    open.push([...depths]);
  }
  return open;
}

/** The text of the atoms p to q, one string for each line they stand on. */
export function piecesOf(sheet: Sheet, p: number, q: number): { line: SheetLine; text: string }[] {
  const pieces: { line: SheetLine; index: number; from: number; to: number }[] = [];
  for (const atom of sheet.atoms.slice(p, q)) {
    const last = pieces.at(-1);
    const line = sheet.lines[atom.line];
    if (last && last.index === atom.line) last.to = atom.to;
    else if (line) pieces.push({ line, index: atom.line, from: atom.from, to: atom.to });
  }
  return pieces.map(({ line, from, to }) => ({ line, text: line.text.slice(from, to) }));
}

/** The text of the atoms p to q without white space. */
export const textOf = (sheet: Sheet, p: number, q: number): string =>
  bareText(
    piecesOf(sheet, p, q)
      .map(({ text }) => text)
      .join(''),
  );

/** Makes a place inside a line one where a cell may begin: a reviewer says that one does. */
export function cutAtomAt(sheet: Sheet, line: number, from: number): void {
  const index = sheet.atoms.findIndex((atom) => atom.line === line && atom.from < from && from < atom.to);
  const atom = sheet.atoms[index];
  if (!atom) return;
  const to = sheet.lines[line]?.text.slice(0, from).trimEnd().length ?? from;
  sheet.atoms.splice(index, 1, { ...atom, to }, { ...atom, from, kind: 'space' });
  sheet.open = openPairs(sheet.lines, sheet.atoms);
  sheet.departmentAt = [];
  delete sheet.sides;
}
