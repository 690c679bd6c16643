/** A department's offices side by side: which matters name each, and where they differ. */
import { dutyPath, matterAnchor } from '../../domain/address.ts';
import type { Department } from '../../domain/department.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href } from '../links.ts';
import { type MatterEntries, usualName } from '../matters.ts';
import { type Cell, type MatrixRow, MOST_COLUMNS } from './compare.ts';

export interface OfficesMatrix {
  columns: string[];
  rows: MatrixRow[];
}

/** Null where there are too few offices to compare, or too many for a table. */
export function officesMatrix(department: Department, book: Handbook): OfficesMatrix | null {
  const offices = department.offices.filter(({ county }) => book.ofOffice.has(`${department.id}/${county}`));
  if (offices.length < 2 || offices.length > MOST_COLUMNS) return null;
  const entries = new Set(book.ofDepartment.get(department.id));
  const matters = new Set([...entries].flatMap(({ id }) => book.matters.of.get(id) ?? []));
  const codes = offices.map(({ county }) => county);
  return {
    columns: offices.map(({ countyName }) => countyName),
    rows: [...matters].map((matter) => row(matter, codes, entries)),
  };
}

function row(matter: MatterEntries, counties: readonly string[], entries: ReadonlySet<Entry>): MatrixRow {
  const own = matter.entries.filter((entry) => entries.has(entry));
  const lists = new Set(own.map(({ duty }) => duty.list));
  const has = new Set(own.map(({ township }) => township.county.code));
  return {
    anchor: matterAnchor(matter.id),
    name: usualName({ entries: own }),
    differs: lists.size > 1,
    lone: has.size === 1,
    holders: [],
    cells: counties.map((county) => cell(county, own, matter)),
  };
}

/** The office's own duty, else that township's duty without this department, else nothing. */
function cell(county: string, own: readonly Entry[], matter: MatterEntries): Cell | null {
  const inCounty = ({ township }: Entry): boolean => township.county.code === county;
  const mine = own.find(inCounty);
  const other = mine ?? matter.entries.find(inCounty);
  if (!other) return null;
  const { township, duty } = other;
  const address = href(dutyPath(township.code, duty));
  return { href: address, list: duty.list, number: duty.number, note: mine ? '' : '未列本部门' };
}
