/** datapackage.json: the data described after Frictionless Data Package, readable by its versions 1 and 2. */
import type { Township } from '../domain/township.ts';
import { CSV_FIELDS, DUTY_FIELDS, type Field } from './fields.ts';
import { type DataFile, type FileGroup, fileOf, formatOf, mediatypeOf } from './files.ts';
import { DATASET, LICENCE, STATEMENT, sourceTitle } from './statement.ts';
import { jsonFile } from './text.ts';

/** Where the Table Schemas lie that the tables of all townships share; one in each resource would be most of the descriptor. */
export const TOWNSHIP_SCHEMAS = { csv: 'schemas/duties-csv.json', json: 'schemas/duties-json.json' };

export const schemaFiles = (): FileGroup[] => [
  fileOf({ path: TOWNSHIP_SCHEMAS.csv, title: '乡镇事项 CSV 的字段' }, jsonFile(tableSchema(CSV_FIELDS))),
  fileOf({ path: TOWNSHIP_SCHEMAS.json, title: '乡镇事项 JSON 的字段' }, jsonFile(tableSchema(DUTY_FIELDS))),
];

/** The descriptor of some files; paths are relative to it. */
export const datapackage = (files: readonly DataFile[], townships: readonly Township[]): FileGroup =>
  fileOf({ path: 'datapackage.json', title: '数据包说明' }, jsonFile(descriptor(files, townships)));

const descriptor = (files: readonly DataFile[], townships: readonly Township[]) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  profile: 'data-package',
  name: DATASET.name,
  title: DATASET.title,
  description: STATEMENT.join('\n\n'),
  keywords: DATASET.keywords,
  licenses: [LICENCE],
  sources: townships.map(source),
  resources: files.map(resource),
});

const source = (township: Township) => ({
  title: sourceTitle(township),
  ...(township.seed.address && { path: township.seed.address }),
});

/** How `csv` writes; a reader that has to guess takes the marks inside long texts for its own. */
const CSV_DIALECT = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
};

const resource = (file: DataFile) => ({
  name: file.path.replaceAll(/[/.]/g, '-'),
  path: file.path,
  title: file.title,
  ...((file.fields || file.schema) && { type: 'table', profile: 'tabular-data-resource' }),
  format: formatOf(file.path),
  mediatype: mediatypeOf(file.path),
  ...(formatOf(file.path) !== 'xlsx' && { encoding: 'utf-8' }),
  ...(formatOf(file.path) === 'csv' && { dialect: CSV_DIALECT }),
  ...(!isJsonTable(file) && { bytes: file.bytes }),
  hash: `sha256:${file.sha256}`,
  ...(file.fields && { schema: tableSchema(file.fields) }),
  ...(file.schema && { schema: file.schema }),
});

/** Frictionless's own validator (frictionless-py) counts no bytes of a JSON table, and finds fault with any number stated. */
const isJsonTable = ({ path, fields, schema }: DataFile): boolean =>
  formatOf(path) === 'json' && Boolean(fields ?? schema);

/** What fields of other tables refer to. */
const REFERENCES: Record<string, { resource: string; fields: string[] }> = {
  township: { resource: 'townships-json', fields: ['code'] },
  duty: { resource: 'duties-csv', fields: ['id'] },
};

/** Whatever has a unique field is known by it. */
function tableSchema(fields: readonly Field[]) {
  const key = fields.find(({ constraints }) => constraints?.unique)?.name;
  const foreignKeys = fields.flatMap(({ name }) => {
    const reference = REFERENCES[name];
    return reference ? [{ fields: [name], reference }] : [];
  });
  return {
    fields,
    missingValues: [''],
    ...(key && { primaryKey: [key] }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}
