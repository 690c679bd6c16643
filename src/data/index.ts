/** The open data's contents page: every file below /data/ and the JSON of each duty, from townships and departments. Pure. */
import { townshipPath } from '../domain/address.ts';
import type { Matter } from '../domain/counterpart.ts';
import type { Department } from '../domain/department.ts';
import { nameWithCounty, type Township } from '../domain/township.ts';
import { SUMS, writeSums } from './checksums.ts';
import { type Comparison, comparisonSheet, mattersCsv, sheetCsv } from './comparison.ts';
import { datapackage, schemaFiles, TOWNSHIP_SCHEMAS } from './datapackage.ts';
import { dcat } from './dcat.ts';
import { DUTY_HEAD } from './duty-rows.ts';
import {
  CSV_FIELDS,
  DEPARTMENT_FIELDS,
  DUTY_FIELDS,
  MATTER_FIELDS,
  MATTER_ROW_FIELDS,
  TOWNSHIP_FIELDS,
} from './fields.ts';
import { type FileGroup, fileOf, publish, type Store } from './files.ts';
import { gatheredSheets, townshipSheets } from './list-sheets.ts';
import { townshipMarkdown } from './markdown.ts';
import { type DutyRecord, type Similar, townshipRecords } from './records.ts';
import { statementText } from './statement.ts';
import { type Table, tableOf } from './table.ts';
import { csv, jsonArray, jsonFile, jsonLines } from './text.ts';
import { type About, workbook } from './workbook.ts';

export interface DataSource {
  townships: readonly Township[];
  departments: readonly Department[];
  /** Which duties of different townships are the same one. */
  matters: readonly Matter[];
  similar: Similar;
  /** Choices of duties that a page shows. */
  selections: readonly Selection[];
  /** What the pages of comparison show, in the order of their categories. */
  comparisons: readonly Comparison[];
  /** The site's whole address without a trailing slash; null where it is not known. */
  site: string | null;
}

/** The duties that one page shows: all of a department, an office, a category. */
export interface Selection {
  /** Below /data/, without an ending: categories/ping-an-fa-zhi */
  path: string;
  title: string;
  /** Ids of duties. */
  ids: readonly string[];
}

/** Publishes all files of the open data; the same bytes for the same source. */
export async function publishData(source: DataSource, store: Store): Promise<void> {
  const table = tableOf(source.townships, source.similar);
  const townships = [...table.townships.values()];
  const described = await publish([...mainFiles(table, source), ...townshipFiles(table, source)], store);
  const shown = await publish([...selectionFiles(table, source), ...comparisonFiles(table, source)], store);
  const about = await publish(
    [datapackage(described, townships), ...schemaFiles(), dcat(described, townships)],
    store,
  );
  await publish([sums([...described, ...shown, ...about])], store);
  await publishDuties(table, store);
}

const sums = (files: Parameters<typeof writeSums>[0]): FileGroup =>
  fileOf({ path: SUMS, title: '校验值' }, writeSums(files));

/** The tables, one file for all townships each. */
function mainFiles(table: Table, { departments, matters, comparisons, site }: DataSource): FileGroup[] {
  const { records, townships } = table;
  const title = '全部事项';
  const duties = {
    json: { path: 'duties.json', title, fields: DUTY_FIELDS },
    csv: { path: 'duties.csv', title, fields: CSV_FIELDS },
    xlsx: { path: 'duties.xlsx', title },
  };
  const input = inputOf(table, records);
  const about = aboutOf('乡镇履职事项清单', site, '/data/');
  const book = () => workbook(about, gatheredSheets(about.title, records, townships));
  return [
    { files: [duties.json], input, make: () => [dutiesJson(table, records)] },
    fileOf(
      { path: 'townships.json', title: '全部乡镇', fields: TOWNSHIP_FIELDS },
      jsonLines(townshipRecords([...townships.values()])),
    ),
    fileOf(
      { path: 'departments.json', title: '全部部门', fields: DEPARTMENT_FIELDS },
      jsonLines(departments.map(departmentRecord)),
    ),
    fileOf({ path: 'counterparts.json', title: '对应事项', fields: MATTER_FIELDS }, jsonLines(matters)),
    fileOf(
      { path: 'matters.csv', title: '对应事项逐项', fields: MATTER_ROW_FIELDS },
      mattersCsv(comparisons),
    ),
    { files: [duties.csv], input, make: () => [dutiesCsv(table, records)] },
    { files: [duties.xlsx], input: about.description + input, make: async () => [await book()] },
  ];
}

const departmentRecord = ({ id, name, aliases, offices }: Department) => ({ id, name, aliases, offices });

function townshipFiles(table: Table, { site }: DataSource): FileGroup[] {
  const own = ofTownship(table);
  return [...table.townships].map(([code, township]) => {
    const records = own.get(code) ?? [];
    const title = nameWithCounty(township.county.name, township.name);
    const { duties: _, ...facts } = township;
    const corrected = township.corrections.length;
    const notes =
      corrected > 0 ? [`已更正识读错误 ${corrected} 处，列在网页和 Markdown 文件的“勘误”里。`] : [];
    const about = aboutOf(`${title}履职事项清单`, site, townshipPath(code), notes);
    return {
      files: [
        { path: `townships/${code}.xlsx`, title },
        { path: `townships/${code}.csv`, title, schema: TOWNSHIP_SCHEMAS.csv },
        { path: `townships/${code}.json`, title, schema: TOWNSHIP_SCHEMAS.json },
        { path: `townships/${code}.md`, title },
      ],
      input: about.description + JSON.stringify(facts) + inputOf(table, records),
      make: async () => [
        await workbook(about, townshipSheets(township, records)),
        dutiesCsv(table, records),
        dutiesJson(table, records),
        townshipMarkdown(township, records, site),
      ],
    };
  });
}

function selectionFiles(table: Table, { selections, site }: DataSource): FileGroup[] {
  const byId = new Map(table.records.map((record) => [record.id, record]));
  return selections.map(({ path, title, ids }) => {
    const records = ids.flatMap((id) => byId.get(id) ?? []);
    const about = aboutOf(title, site, `/${path}/`);
    return {
      files: ['xlsx', 'csv'].map((format) => ({ path: `${path}.${format}`, title })),
      input: title + about.description + inputOf(table, records),
      make: async () => [
        await workbook(about, gatheredSheets(title, records, table.townships)),
        dutiesCsv(table, records),
      ],
    };
  });
}

function comparisonFiles(table: Table, { comparisons, site }: DataSource): FileGroup[] {
  const townships = [...table.townships.values()];
  return comparisons.map((comparison) => {
    const { path, title } = comparison;
    const about = aboutOf(title, site, `/${path}/`);
    const sheet = comparisonSheet(comparison, townships);
    const text = sheetCsv(sheet);
    return {
      files: ['xlsx', 'csv'].map((format) => ({ path: `${path}.${format}`, title })),
      input: title + about.description + text,
      make: async () => [await workbook(about, [sheet]), text],
    };
  });
}

/** What the workbook of a page says of itself. */
const aboutOf = (title: string, site: string | null, page: string, notes: readonly string[] = []): About => ({
  title,
  description: statementText(site && site + page, notes),
});

/** One JSON file a duty, beside its page: /townships/654026101/cooperative/27.json */
async function publishDuties(table: Table, store: Store): Promise<void> {
  for (const records of ofTownship(table).values())
    await store.put(
      records.map(({ id }) => `townships/${id}.json`),
      inputOf(table, records),
      () => records.map(jsonFile),
    );
}

const ofTownship = ({ records }: Table): Map<string, DutyRecord[]> =>
  Map.groupBy(records, ({ township }) => township);

const dutiesJson = ({ json }: Table, records: readonly DutyRecord[]): string => jsonArray(records.map(json));

const dutiesCsv = (table: Table, records: readonly DutyRecord[]): string =>
  csv([DUTY_HEAD, ...records.map(table.csv)]);

const inputOf = ({ digest }: Table, records: readonly DutyRecord[]): string => records.map(digest).join('');
