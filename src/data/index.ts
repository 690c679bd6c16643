/** The open data's contents page: every file below /data/, made from townships and departments. Pure. */
import type { Matter } from '../domain/counterpart.ts';
import type { Department } from '../domain/department.ts';
import type { Township } from '../domain/township.ts';
import { datapackage } from './datapackage.ts';
import { dcat } from './dcat.ts';
import { dutiesCsv } from './duty-rows.ts';
import { CSV_FIELDS, DEPARTMENT_FIELDS, DUTY_FIELDS, MATTER_FIELDS, TOWNSHIP_FIELDS } from './fields.ts';
import { type DataFile, dataFile } from './files.ts';
import { gatheredSheets, townshipSheets } from './list-sheets.ts';
import { townshipMarkdown } from './markdown.ts';
import { byCode, type DutyRecord, dutyRecords, type Similar, townshipRecords } from './records.ts';
import { jsonLines } from './text.ts';
import { workbook } from './workbook.ts';

export interface DataSource {
  townships: readonly Township[];
  departments: readonly Department[];
  /** Which duties of different townships are the same one. */
  matters: readonly Matter[];
  similar: Similar;
  /** Choices of duties that a page shows. */
  selections: readonly Selection[];
}

/** The duties that one page shows: all of a department, an office, a category. */
export interface Selection {
  /** Below /data/, without an ending: categories/ping-an-fa-zhi */
  path: string;
  title: string;
  /** Ids of duties. */
  ids: readonly string[];
}

export interface OpenData {
  /** The tables, one file for all townships each. */
  main: DataFile[];
  /** What a page shows, by path: townships/654026101, categories/ping-an-fa-zhi */
  pages: Map<string, DataFile[]>;
  /** What describes the rest: datapackage.json, dcat.jsonld, SHA256SUMS.txt. */
  about: DataFile[];
}

/** All files of the open data; the same bytes for the same source. */
export async function openData(source: DataSource): Promise<OpenData> {
  const townships = byCode(source.townships);
  const records = dutyRecords(townships, source.similar);
  const table: Table = {
    records,
    townships: new Map(townships.map((township) => [township.code, township])),
  };
  const main = await mainFiles(table, source);
  const perTownship = await townshipFiles(table);
  const pages = new Map([...perTownship, ...(await selectionFiles(table, source.selections))]);
  const described = [...main, ...[...perTownship.values()].flat()];
  const about = [datapackage(described, townships), dcat(described, townships)];
  const sums = checksums(allFiles({ main, pages, about }));
  return { main, pages, about: [...about, sums] };
}

/** Every file, as the site serves them. */
export const allFiles = ({ main, pages, about }: OpenData): DataFile[] => [
  ...main,
  ...[...pages.values()].flat(),
  ...about,
];

interface Table {
  records: DutyRecord[];
  townships: Map<string, Township>;
}

async function mainFiles(
  { records, townships }: Table,
  { departments, matters }: DataSource,
): Promise<DataFile[]> {
  const sheets = gatheredSheets('乡镇履职事项清单', records, townships);
  return [
    dataFile('duties.json', '全部事项', jsonLines(records), DUTY_FIELDS),
    dataFile(
      'townships.json',
      '全部乡镇',
      jsonLines(townshipRecords([...townships.values()])),
      TOWNSHIP_FIELDS,
    ),
    dataFile('departments.json', '全部部门', jsonLines(departments.map(departmentRecord)), DEPARTMENT_FIELDS),
    dataFile('counterparts.json', '同类事项', jsonLines(matters), MATTER_FIELDS),
    dataFile('duties.csv', '全部事项', dutiesCsv(records, townships), CSV_FIELDS),
    dataFile('duties.xlsx', '全部事项', await workbook('乡镇履职事项清单', sheets)),
  ];
}

const departmentRecord = ({ id, name, aliases, offices }: Department) => ({ id, name, aliases, offices });

async function townshipFiles({ records, townships }: Table): Promise<Map<string, DataFile[]>> {
  const groups = Map.groupBy(records, ({ township }) => township);
  const files = new Map<string, DataFile[]>();
  for (const [code, township] of townships) {
    const own = groups.get(code) ?? [];
    const title = township.county.name + township.name;
    files.set(`townships/${code}`, [
      dataFile(
        `townships/${code}.xlsx`,
        title,
        await workbook(`${title}履职事项清单`, townshipSheets(township, own)),
      ),
      dataFile(`townships/${code}.csv`, title, dutiesCsv(own, townships)),
      dataFile(`townships/${code}.json`, title, jsonLines(own)),
      dataFile(`townships/${code}.md`, title, townshipMarkdown(township, own)),
    ]);
  }
  return files;
}

async function selectionFiles(
  table: Table,
  selections: readonly Selection[],
): Promise<Map<string, DataFile[]>> {
  const byId = new Map(table.records.map((record) => [record.id, record]));
  const files = new Map<string, DataFile[]>();
  for (const { path, title, ids } of selections) {
    const records = ids.flatMap((id) => byId.get(id) ?? []);
    files.set(path, [
      dataFile(`${path}.xlsx`, title, await workbook(title, gatheredSheets(title, records, table.townships))),
      dataFile(`${path}.csv`, title, dutiesCsv(records, table.townships)),
    ]);
  }
  return files;
}

/** Read by `sha256sum --check`. */
const checksums = (files: readonly DataFile[]): DataFile =>
  dataFile('SHA256SUMS.txt', '校验值', files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
