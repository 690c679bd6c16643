/** The pages of departments: all, one across counties, and one county's office. */
import { departmentPath, officePath } from '../../domain/address.ts';
import type { Department } from '../../domain/department.ts';
import { LISTS, type ListSlug } from '../../domain/lists.ts';
import { type Download, downloads } from '../data.ts';
import { type Entry, groupBy, type Handbook, officeKey } from '../entries.ts';
import { absolute, type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { listHeading } from '../words.ts';
import { byCounty, type CountyPart, countyJumps, type Jump } from './by-county.ts';
import { type OfficesMatrix, officesMatrix } from './department-matrix.ts';
import { type OfficeTexts, officeTexts, textJumps } from './office.ts';
import { countLists, type FigureRow } from './shared.ts';
import { type TableView, tableView } from './table.ts';

/** As what a list names a department, in the words of its columns. That it leads only a text can say. */
export const DEPARTMENT_ROLES = [
  { list: 'cooperative', heading: '列为对应上级部门' },
  { list: 'reclaimed', heading: '列为承接部门' },
] as const satisfies readonly { list: ListSlug; heading: string }[];

const AS_WHAT = '列为对应上级部门或承接部门';

const DEPARTMENTS: Link = link('/departments/', '部门');

export interface DepartmentLine extends Link {
  aliases: string[];
  offices: number;
  /** Duties of that list that name it. */
  cooperative: number;
  reclaimed: number;
}

export interface DepartmentsView {
  meta: PageMeta;
  rows: FigureRow[];
}

const count = (entries: readonly Entry[], list: ListSlug): number =>
  countLists(entries).find((counted) => counted.list === list)?.count ?? 0;

/** Departments by number of duties, the busiest first. */
export function departmentLines({ departments, ofDepartment }: Handbook): DepartmentLine[] {
  const lines = departments.map((department): DepartmentLine => {
    const entries = ofDepartment.get(department.id) ?? [];
    return {
      ...link(departmentPath(department.id), department.name),
      aliases: department.aliases,
      offices: department.offices.length,
      cooperative: count(entries, 'cooperative'),
      reclaimed: count(entries, 'reclaimed'),
    };
  });
  return lines.toSorted((a, b) => b.cooperative + b.reclaimed - a.cooperative - a.reclaimed);
}

export const departmentsView = (handbook: Handbook): DepartmentsView => ({
  meta: pageMeta({
    path: '/departments/',
    title: '全部部门',
    here: '部门',
    description: `${handbook.departments.length} 个上级部门在各乡镇清单中${AS_WHAT}的事项`,
  }),
  rows: departmentLines(handbook).map(({ text, href, aliases, offices, cooperative, reclaimed }) => ({
    text,
    href,
    cells: [aliases.join('、'), offices, cooperative, reclaimed],
  })),
});

export interface DepartmentView {
  meta: PageMeta;
  /** Its offices side by side. */
  matrix: OfficesMatrix | null;
  name: string;
  aliases: string[];
  /** The data of what the page shows. */
  downloads: Download[];
  /** Each county's office with the words of its lists and how many duties name it. */
  offices: FigureRow[];
  /** The parts of the page. */
  jumps: Jump[];
  /** The lists that name it. */
  roles: DepartmentRole[];
}

export interface DepartmentRole {
  heading: string;
  list: ListSlug;
  count: number;
  jumps: Jump[];
  counties: CountyPart[];
}

export function departmentView(department: Department, handbook: Handbook): DepartmentView {
  const entries = handbook.ofDepartment.get(department.id) ?? [];
  const roles = DEPARTMENT_ROLES.flatMap((role) => departmentRole(role, entries));
  return {
    meta: pageMeta({
      path: departmentPath(department.id),
      title: `${department.name}的事项`,
      here: department.name,
      description: `${department.name}在各乡镇履职事项清单中${AS_WHAT}的事项，共 ${entries.length} 项`,
      crumbs: [DEPARTMENTS],
    }),
    matrix: officesMatrix(department, handbook),
    name: department.name,
    aliases: department.aliases,
    downloads: downloads(departmentPath(department.id), `${department.name}的事项`),
    offices: department.offices.map((office) => officeRow(department, office, handbook)),
    jumps: roles.map(listJump),
    roles,
  };
}

function officeRow({ id }: Department, office: Department['offices'][number], handbook: Handbook): FigureRow {
  const entries = handbook.ofOffice.get(officeKey(id, office.county)) ?? [];
  return {
    ...link(officePath(id, office.county), office.name),
    cells: [office.published.join('、'), count(entries, 'cooperative'), count(entries, 'reclaimed')],
  };
}

function departmentRole(
  { list, heading }: (typeof DEPARTMENT_ROLES)[number],
  entries: readonly Entry[],
): DepartmentRole[] {
  const chosen = entries.filter(({ duty }) => duty.list === list);
  const counties = byCounty(chosen, `${list}-`);
  const role = { list, heading, count: chosen.length, jumps: countyJumps(counties), counties };
  return chosen.length > 0 ? [role] : [];
}

/** To a list, which is its heading's id. */
const listJump = ({ list, count }: { list: ListSlug; count: number }): Jump => ({
  href: `#${list}`,
  text: LISTS[list].short,
  list,
  amount: `${count} 项`,
});

export interface OfficeView {
  meta: PageMeta;
  /** The clauses that speak of it. */
  texts: OfficeTexts;
  name: string;
  department: Link;
  county: string;
  published: string[];
  /** The parts of the page. */
  jumps: Jump[];
  others: Link[];
  /** The lists that name it. */
  roles: OfficeRole[];
  /** The data of what the page shows. */
  downloads: Download[];
  total: number;
}

export interface OfficeRole {
  heading: string;
  list: ListSlug;
  count: number;
  /** To each township's table. */
  jumps: Jump[];
  /** One a township. */
  tables: OfficeTable[];
}

export interface OfficeTable extends TableView {
  id: string;
}

export function officeView(department: Department, county: string, handbook: Handbook): OfficeView {
  const office = department.offices.find((candidate) => candidate.county === county);
  if (!office) throw new Error(`no office of ${department.id} in ${county}`);
  const entries = handbook.ofOffice.get(officeKey(department.id, county)) ?? [];
  const others = department.offices.filter((candidate) => candidate.county !== county);
  const roles = DEPARTMENT_ROLES.flatMap((role) => officeRole(role, entries));
  const texts = officeTexts(officeKey(department.id, county), entries, handbook);
  return {
    meta: officeMeta(department, office, entries.length),
    name: office.name,
    department: link(departmentPath(department.id), department.name),
    county: office.countyName,
    published: office.published,
    texts,
    jumps: [...roles.map(listJump), ...textJumps(texts), ...othersJump(others.length)],
    others: others.map((other) => link(officePath(department.id, other.county), other.name)),
    roles,
    downloads: downloads(officePath(department.id, county), office.name),
    total: entries.length,
  };
}

function officeRole(
  { list, heading }: (typeof DEPARTMENT_ROLES)[number],
  entries: readonly Entry[],
): OfficeRole[] {
  const chosen = entries.filter(({ duty }) => duty.list === list);
  const groups = [...groupBy(chosen, ({ township }) => [township.code]).values()];
  const role = {
    ...{ list, heading, count: chosen.length },
    jumps: groups.length > 1 ? groups.flatMap(tableJump) : [],
    tables: groups.flatMap(officeTable),
  };
  return chosen.length > 0 ? [role] : [];
}

const tableId = ({ township, duty }: Entry): string => `t${township.code}-${duty.list}-table`;

const othersJump = (count: number): Jump[] =>
  count > 0 ? [{ href: '#others', text: '其他县市', amount: `${count} 个` }] : [];

/** To the table of a township's duties. */
const tableJump = ([first, ...more]: Entry[]): Jump[] =>
  first ? [{ href: `#${tableId(first)}`, text: first.township.name, amount: `${more.length + 1} 项` }] : [];

/** The duties of one township and list, as published. */
function officeTable(members: Entry[]): OfficeTable[] {
  const [first] = members;
  if (!first) return [];
  const { township, duty } = first;
  const heading = listHeading(township, duty.list);
  return [{ ...tableView(duty.list, heading, members, `t${township.code}-`), id: tableId(first) }];
}

function officeMeta(department: Department, office: Department['offices'][number], total: number): PageMeta {
  const path = officePath(department.id, office.county);
  return pageMeta({
    path,
    title: `${office.name}的事项`,
    here: office.countyName,
    description: `${office.name}在${office.countyName}各乡镇清单中${AS_WHAT}的事项，共 ${total} 项`,
    crumbs: [DEPARTMENTS, link(departmentPath(department.id), department.name)],
    kind: 'office',
    jsonLd: [
      {
        '@type': 'GovernmentOrganization',
        name: office.name,
        alternateName: office.published,
        areaServed: { '@type': 'AdministrativeArea', name: office.countyName },
        subjectOf: absolute(path),
      },
    ],
  });
}
