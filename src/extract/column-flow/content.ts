/** How likely a text is to be a category, a name, a list of departments, or the beginning of a duty cell. */
import type { Column } from '../../domain/lists.ts';
import { bareText } from '../text.ts';
import { markerAt } from './numbering.ts';
import { beginsAsDepartmentsDo, type Prefixes, placeOf, prefixScore } from './prefixes.ts';
import { type Names, piecesOf, type Sheet, textOf } from './sheet.ts';

/** What confident rows of this document have taught: how often each category and department stood in its cell. */
export interface Learnt {
  categories: Map<string, number>;
  departments: Map<string, number>;
  prefixes: Prefixes;
}

export const emptyLearnt = (prefixes: Prefixes): Learnt => ({
  categories: new Map(),
  departments: new Map(),
  prefixes,
});

/** A cell that must not be: better than no reading at all. */
const ABSURD = -25;

type Judge = (sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt) => number;

/** The judge of each column. Zero is plain, above zero speaks for the column, below against it. */
export const CONTENT: Record<Column, Judge> = {
  number: () => 0,
  category: judgeCategory,
  name: judgeName,
  departments: judgeDepartments,
  superiorDuties: judgeDuty,
  townshipDuties: judgeTownship,
  takeover: judgeTakeover,
};

function judgeCategory(sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt): number {
  const text = textOf(sheet, p, q);
  if (text === '') return ABSURD;
  if (text.length > 14 || /[，。；“]/u.test(text)) return -15;
  const known = names.isCategory(text) ? 5 : 0;
  if (goesOnAsCategory(sheet, text, p, q, names)) return -3;
  const seen = Math.min(4, Math.log2(1 + (learnt.categories.get(text) ?? 0)));
  const plain = text.length > 8 ? -4 : -1;
  return Math.max(known, seen > 0 ? seen : plain) + (known > 0 && seen > 2 ? 1 : 0);
}

/** `应急管理及消` of `应急管理及消|防`, `应急管理` of `应急管理|及消防`: a longer category is known. */
function goesOnAsCategory(sheet: Sheet, text: string, p: number, q: number, names: Names): boolean {
  const more = textOf(sheet, p, Math.min(sheet.atoms.length, q + 2));
  for (let end = text.length + 1; end <= Math.min(more.length, 14); end += 1)
    if (names.isCategory(more.slice(0, end))) return true;
  return false;
}

function judgeName(sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt): number {
  const text = textOf(sheet, p, q);
  if (text === '') return ABSURD;
  let score = balance(sheet, p, q);
  if (/[。；;]/u.test(text)) score -= 6;
  if (markerAt(text)) score -= 8;
  if (/^[、，。）”》]/u.test(text)) score -= 6;
  if (/[、，（“《和及与]$/u.test(text)) score -= 4;
  if (/[：:]/u.test(text)) score -= 3;
  if (text.length < 3) score -= 3;
  return score - departmentsHeld(sheet, p, q, names, learnt);
}

/** Where a department begins on a line of the name, the border should have come before it. */
function departmentsHeld(sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt): number {
  let cost = 0;
  for (let at = p; at < q; at += 1) {
    const atom = sheet.atoms[at];
    if (!atom || atom.kind === 'inside') continue;
    const begins = beginsAsDepartmentsDo(
      sheet.lines[atom.line]?.text.slice(atom.from) ?? '',
      learnt.prefixes,
    );
    if (begins !== 'never' && departmentBegins(sheet, at, names, learnt))
      cost = Math.max(cost, begins === 'often' ? 12 : 5);
  }
  return cost;
}

/** Longer than any department's name. */
const NAME_LENGTH = 30;

/** A known department stands at this place, whole or wrapped. */
function departmentBegins(sheet: Sheet, at: number, names: Names, learnt: Learnt): boolean {
  const known = sheet.departmentAt[at];
  if (known !== undefined) return known;
  const text = textOf(sheet, at, Math.min(sheet.atoms.length, at + 5)).slice(0, NAME_LENGTH);
  let name = '';
  for (let end = 3; end <= text.length && name === ''; end += 1)
    if (/[局委办部院会室厅站队心司]/u.test(text[end - 1] ?? '') && names.isDepartmentList(text.slice(0, end)))
      name = text.slice(0, end);
  const found = name !== '' && !hidesDepartment(name, names, learnt.prefixes);
  sheet.departmentAt[at] = found;
  return found;
}

/**
 * Other words stand before a department, and a lenient reader of names takes all for one.
 *
 *     市场使用计量器具监管整治工作县市监局      ← 县 begins departments here, 市 does not
 */
function hidesDepartment(name: string, names: Names, prefixes: Prefixes): boolean {
  const own = prefixes.counts.get(placeOf(name)) ?? 0;
  for (const place of prefixes.usual) {
    const from = name.indexOf(place, place === placeOf(name) ? 4 : 1);
    if (from < 1 || (prefixes.counts.get(place) ?? 0) < own || from > name.length - 3) continue;
    const before = name.slice(0, from);
    if (before === placeOf(name)) continue;
    if (/^(?:中共|政协|人大|共青团|国家税务总局|国网|中国)$/u.test(before)) continue;
    if (names.isDepartmentList(name.slice(from)) && !names.isDepartmentList(before)) return true;
  }
  return false;
}

/** `额敏县水利局县应急管理局` in a list with commas: the heading of the next cell has been taken along. */
function hasGluedPart(text: string, names: Names): boolean {
  const parts = text.split(/[、，,]/u);
  if (parts.length < 2) return false;
  return parts.some((part) =>
    [...part.matchAll(/[局委办部院会室](?=\p{Script=Han}{0,6}[县市州区旗])/gu)].some(({ index }) => {
      const before = part.slice(0, index + 1);
      const after = part.slice(index + 1);
      return !after.endsWith('分局') && names.isDepartmentList(before) && names.isDepartmentList(after);
    }),
  );
}

/** `县委组织部、编办，县人社局`: known names, or at least names that end as those of bodies do. */
function judgeDepartments(sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt): number {
  const spaced = piecesOf(sheet, p, q)
    .map(({ text }) => text)
    .join('')
    .trim();
  const text = bareText(spaced);
  if (text === '') return ABSURD / 2;
  if (/[。；]/u.test(text) || markerAt(text)) return -20;
  if (/[、，,]$/u.test(text) || /^[、，,]/u.test(text)) return -10;
  const score =
    balance(sheet, p, q) -
    (/[：:]$/u.test(text) ? 3 : 0) -
    repeatedParts(text) +
    prefixScore(text, learnt.prefixes);
  const seen = Math.min(3, Math.log2(1 + (learnt.departments.get(text) ?? 0)));
  if (!BODY_ENDS.test(text)) return score - 9;
  if (hidesDepartment(text.split(/[、，,]/u)[0] ?? '', names, learnt.prefixes)) return score - 6;
  if (hasGluedPart(text, names)) return score + 1;
  if (names.isDepartmentList(text) || (spaced !== text && names.isDepartmentList(spaced)))
    return score + 7 + seen;
  if (seen > 0) return score + 5 + seen;
  return (
    score + shapeOfDepartments(partsOf(spaced), learnt) + (departmentBegins(sheet, p, names, learnt) ? 2 : 0)
  );
}

const BODY_ENDS =
  /(?:局|委|办|部|院|会|室|厅|中心|公司|大队|支队|队|站|所|联|社|团|校|处|署|行|台|馆|办公室|政府|单位|部门|机关|机构|等)(?:（[^（）]*）)?$/u;

/** The departments of a list: parted by commas or spaces, or run together with the county's name before each. */
export function partsOf(text: string): string[] {
  const parts = text.split(/[、，,；\s]+/u).filter((part) => part !== '');
  const place = /^[^局委办部]{1,8}?[县市区旗]/u.exec(parts[0] ?? '')?.[0];
  if (place === undefined || place.length < 3) return parts;
  return parts
    .flatMap((part) => part.split(place).map((rest, i) => (i > 0 ? place + rest : rest)))
    .filter((part) => part !== '');
}

function shapeOfDepartments(parts: readonly string[], learnt: Learnt): number {
  const known = parts.filter((part) => (learnt.departments.get(part) ?? 0) > 0).length;
  const shaped = parts.filter((part) => part.length <= 24 && BODY_ENDS.test(part)).length;
  if (shaped === parts.length) return 2 + Math.min(2, known);
  return -8 * (1 - shaped / parts.length) - (BODY_ENDS.test(parts.at(-1) ?? '') ? 0 : 5);
}

/** The same department twice: its heading in the next cell has been taken along. */
function repeatedParts(text: string): number {
  const parts = text.split(/[、，,]/u);
  const half = text.length / 2;
  const doubled = Number.isInteger(half) && text.slice(0, half) === text.slice(half);
  return (parts.length - new Set(parts).size) * 2 + (doubled ? 8 : 0);
}

/** A duty begins with a marker or a heading and ends with its sentence. */
function judgeDuty(sheet: Sheet, p: number, q: number): number {
  const from = sheet.atoms[p];
  const to = sheet.atoms[q - 1];
  const first = sheet.lines[from?.line ?? 0];
  const last = sheet.lines[to?.line ?? 0];
  if (!from || !to || !first || !last) return ABSURD;
  const opening = first.text.slice(from.from);
  const closing = last.heading ? -8 : closingScore(last.text.slice(0, to.to));
  return balance(sheet, p, q) + openingScore(opening, from.from === 0 && first.heading) + closing;
}

/** A township's cell does not begin with a department: `县消防救援局` goes on with the superior cell. */
function judgeTownship(sheet: Sheet, p: number, q: number, names: Names, learnt: Learnt): number {
  const atom = sheet.atoms[p];
  const text = sheet.lines[atom?.line ?? 0]?.text.slice(atom?.from ?? 0) ?? '';
  const foreign =
    beginsAsDepartmentsDo(text, learnt.prefixes) === 'often' && departmentBegins(sheet, p, names, learnt);
  return judgeDuty(sheet, p, q) - (foreign ? 4 : 0);
}

function openingScore(text: string, heading: boolean): number {
  if (/^[、，。；）”》]/u.test(text)) return -10;
  if (markerAt(text) || heading) return 0;
  return text.length < 5 ? -8 : -2;
}

function closingScore(text: string): number {
  if (/。["”）]?$/u.test(text)) return 0;
  if (/[；;]$/u.test(text)) return -3.5;
  return /[、，：:]$/u.test(text) ? -8 : -3;
}

/** `县民政局 不再开展此项工作`, `承接部门：…`, `由县教育局…` */
function judgeTakeover(sheet: Sheet, p: number, q: number, names: Names): number {
  const pieces = piecesOf(sheet, p, q).map(({ text }) => text);
  if (pieces.length === 0) return ABSURD;
  const score = balance(sheet, p, q);
  const first = bareText(pieces[0] ?? '');
  if (/^(?:承接|接收|收回|牵头|责任)(?:部门|单位|主体)/u.test(first)) return score + 8;
  const named = first.split(/[：:]/u)[0] ?? '';
  if (names.isDepartmentList(firstWord(pieces[0] ?? '')) || names.isDepartmentList(named)) return score + 6;
  if (beginsWithDepartment(pieces, names)) return score + 5;
  if (BODY_ENDS.test(firstWord(pieces[0] ?? '')) || BODY_ENDS.test(named)) return score + 2;
  if (/^(?:由|不再|取消|工作方式|承接方式)/u.test(first)) return score + 1;
  return score - 6;
}

/** A list of departments that goes on over several lines. */
function beginsWithDepartment(pieces: readonly string[], names: Names): boolean {
  let text = '';
  for (const piece of pieces.slice(0, 6)) {
    text += bareText(piece);
    if (names.isDepartmentList(text.replace(/[：:].*$/u, ''))) return true;
  }
  return false;
}

const firstWord = (text: string): string => text.trim().split(/[\s\u3000]/u)[0] ?? '';

/** Brackets and quotes that open and do not close in a cell, or the other way round. */
function balance(sheet: Sheet, p: number, q: number): number {
  const before = sheet.open[p] ?? [];
  const after = sheet.open[q] ?? [];
  return -3 * after.filter((depth, pair) => depth !== before[pair]).length;
}
