import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readSums } from '../../src/data/checksums.ts';
import { LICENCE } from '../../src/data/statement.ts';
import { bytesOf, published, publishedOf, source, textOf } from './content.ts';

const profile = (name: string, Version: typeof Ajv | typeof AjvDraft04) =>
  new Version({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(new URL(`fixtures/frictionless/${name}.json`, import.meta.url), 'utf8')),
  );

interface Resource {
  name: string;
  path: string;
  profile?: string;
  bytes?: number;
  hash: string;
  dialect?: { delimiter: string; lineTerminator: string; quoteChar: string };
  schema?: Schema;
}
interface Schema {
  fields: { name: string; type: string; constraints?: Constraints }[];
}
interface Constraints {
  required?: boolean;
  unique?: boolean;
  pattern?: string;
  enum?: string[];
}

type Written = Omit<Resource, 'schema'> & { schema?: Schema | string };
const written: { resources: Written[] } = JSON.parse(textOf('datapackage.json'));
/** With the schemas that lie in files of their own, as readers put them in before they validate. */
const descriptor: { resources: Resource[] } = {
  ...written,
  resources: written.resources.map(({ schema, ...rest }) => ({
    ...rest,
    ...(schema && { schema: typeof schema === 'string' ? JSON.parse(textOf(schema)) : schema }),
  })),
};
const tables = descriptor.resources.filter(({ schema }) => schema);

test('the descriptor keeps the profiles of both versions of its specification', () => {
  const isPackage2 = profile('data-package-2.0', Ajv);
  expect(isPackage2(written), JSON.stringify(isPackage2.errors)).toBe(true);
  expect(isPackage2(descriptor), JSON.stringify(isPackage2.errors)).toBe(true);
  const isPackage = profile('data-package', AjvDraft04);
  expect(isPackage(descriptor), JSON.stringify(isPackage.errors)).toBe(true);
  const isTable = profile('tabular-data-resource', AjvDraft04);
  for (const table of tables) expect(isTable(table), JSON.stringify(isTable.errors)).toBe(true);
});

test('every CSV and JSON is a table with a schema, that of a township the schema of all', () => {
  const schemaOf = (path: string) => tables.find((table) => table.path === path)?.schema;
  for (const { path, profile } of descriptor.resources.filter(({ path }) => /\.(csv|json)$/.test(path))) {
    expect(profile, path).toBe('tabular-data-resource');
    if (path.startsWith('townships/'))
      expect(schemaOf(path), path).toEqual(schemaOf(path.endsWith('csv') ? 'duties.csv' : 'duties.json'));
  }
  expect(schemaOf('townships/653024100.csv')?.fields.find(({ name }) => name === 'township')?.type).toBe(
    'string',
  );
});

test('resources have names of their own, and the bytes and checksum of their files', () => {
  expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(descriptor.resources.length);
  for (const { path, bytes, hash: sum } of descriptor.resources) {
    // Frictionless's own validator counts no bytes of a JSON table
    expect(bytes).toBe(path.endsWith('.json') ? undefined : bytesOf(path).length);
    expect(sum).toBe(`sha256:${hash('sha256', bytesOf(path))}`);
  }
});

test('CSV files read by their dialect alone have the duties of the JSON beside them', () => {
  const files = descriptor.resources.flatMap(({ path, dialect }) =>
    dialect && path !== 'matters.csv' ? [{ path, dialect }] : [],
  );
  expect(files.length).toBe(source.townships.length + 1);
  for (const { path, dialect } of files) {
    const { delimiter, lineTerminator: record_delimiter, quoteChar: quote } = dialect;
    const rows: { id: string }[] = parse(textOf(path), {
      bom: true,
      columns: true,
      delimiter,
      record_delimiter,
      quote,
    });
    const duties: { id: string }[] = JSON.parse(textOf(path.replace(/csv$/, 'json')));
    expect(rows.map(({ id }) => id)).toEqual(duties.map(({ id }) => id));
  }
});

test('rows of tables keep their schema', () => {
  for (const { path, schema } of tables) {
    const rows = rowsOf(path, schema);
    for (const row of rows) expect(Object.keys(row)).toEqual(schema?.fields.map(({ name }) => name));
    for (const { name, type, constraints } of schema?.fields ?? []) {
      const values = rows.map((row) => row[name]);
      for (const value of values)
        expect(accepts(value, type, constraints), `${path} ${name} ${value}`).toBe(true);
      if (constraints?.unique) expect(new Set(values).size).toBe(values.length);
    }
  }
});

/** Rows of JSON, or of CSV with empty cells and numbers read as the schema says. */
function rowsOf(path: string, schema: Schema | undefined): Record<string, unknown>[] {
  if (path.endsWith('.json')) return JSON.parse(textOf(path));
  const types = new Map(schema?.fields.map(({ name, type }) => [name, type]));
  return parse(textOf(path), {
    bom: true,
    columns: true,
    cast: (text, { column, header }) =>
      header ? text : types.get(String(column)) === 'integer' ? Number(text) : text || null,
  });
}

function accepts(value: unknown, type: string, constraints: Constraints = {}): boolean {
  if (value === null) return !constraints.required;
  const matches = new RegExp(`^(?:${constraints.pattern ?? '[^]*'})$`).test(String(value));
  return typeOf(value) === type && matches && (constraints.enum?.includes(String(value)) ?? true);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

test('SHA256SUMS.txt has every other file', () => {
  const paths = [...published.keys()].flatMap((path) => /^data\/(.+)/.exec(path)?.[1] ?? []);
  const sums = readSums(textOf('SHA256SUMS.txt'));
  expect(sums).toEqual(
    paths
      .filter((path) => path !== 'SHA256SUMS.txt')
      .map((path) => ({ path, sha256: hash('sha256', bytesOf(path)) })),
  );
});

describe('dcat.jsonld', () => {
  const dataset = JSON.parse(textOf('dcat.jsonld'));
  const distributions: Record<string, unknown>[] = dataset['dcat:distribution'];

  test('has every described file, each with its licence', () => {
    expect(distributions.map((entry) => entry['@id'])).toEqual(descriptor.resources.map(({ path }) => path));
    for (const entry of distributions) expect(entry['dct:license']).toEqual({ '@id': LICENCE.path });
  });

  test('names language, places and sources as resources, and no publisher', () => {
    expect(dataset['dct:language']).toEqual({ '@id': 'http://id.loc.gov/vocabulary/iso639-1/zh' });
    expect(dataset['dct:spatial']).toContainEqual({
      '@type': 'dct:Location',
      'dct:identifier': '653024100',
      'skos:prefLabel': { '@value': '乌恰县乌恰镇', '@language': 'zh-CN' },
    });
    expect(dataset['dct:source']).toContainEqual({
      '@type': 'dct:BibliographicResource',
      'dct:title': {
        '@value': '乌恰县乌恰镇履职事项清单（004_360d830acbe3b77e.txt）',
        '@language': 'zh-CN',
      },
    });
    for (const list of [dataset['dct:spatial'], dataset['dct:source']]) expect(list).toHaveLength(5);
    expect(textOf('dcat.jsonld')).not.toContain('publisher');
  });

  test('links a source whose address is known', async () => {
    const [first, ...others] = source.townships;
    if (!first) throw new Error('no township');
    const address = 'https://example.org/list.pdf';
    const townships = [{ ...first, seed: { ...first.seed, address } }, ...others];
    const files = await publishedOf({ ...source, townships });
    const known = JSON.parse(String(files.get('data/dcat.jsonld')));
    expect(known['dct:source'][0]['@id']).toBe(address);
  });
});

test('every duty has a file of its own, as duties.json has it', () => {
  const duties: { id: string }[] = JSON.parse(textOf('duties.json'));
  const own = [...published.keys()].filter((path) => path.startsWith('townships/'));
  expect(own).toEqual(duties.map(({ id }) => `townships/${id}.json`));
  for (const duty of duties)
    expect(JSON.parse(String(published.get(`townships/${duty.id}.json`)))).toEqual(duty);
});

test('the same content gives the same bytes, whatever its order', async () => {
  const again = await publishedOf({ ...source, townships: source.townships.toReversed() });
  expect([...again.keys()]).toEqual([...published.keys()]);
  for (const [path, bytes] of again)
    expect(Buffer.compare(bytes, published.get(path) ?? bytes), path).toBe(0);
});
