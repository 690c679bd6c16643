import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readSums } from '../../src/data/checksums.ts';
import { bytesOf, published, publishedOf, source, textOf } from './content.ts';

const profile = (name: string) =>
  new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    JSON.parse(readFileSync(new URL(`fixtures/frictionless/${name}.json`, import.meta.url), 'utf8')),
  );

interface Resource {
  name: string;
  path: string;
  profile?: string;
  bytes: number;
  hash: string;
  dialect?: { delimiter: string; lineTerminator: string; quoteChar: string };
  schema?: { fields: { name: string; type: string; constraints?: Constraints }[] };
}
interface Constraints {
  required?: boolean;
  unique?: boolean;
  pattern?: string;
  enum?: string[];
}

const descriptor: { resources: Resource[] } = JSON.parse(textOf('datapackage.json'));
const tables = descriptor.resources.filter(({ schema }) => schema);

test('the descriptor keeps the profile of its specification', () => {
  const isPackage = profile('data-package');
  expect(isPackage(descriptor), JSON.stringify(isPackage.errors)).toBe(true);
  const isTable = profile('tabular-data-resource');
  for (const table of tables) expect(isTable(table), JSON.stringify(isTable.errors)).toBe(true);
});

test('resources have names of their own, and the bytes and checksum of their files', () => {
  expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(descriptor.resources.length);
  for (const { path, bytes, hash: sum } of descriptor.resources) {
    expect(bytes).toBe(bytesOf(path).length);
    expect(sum).toBe(`sha256:${hash('sha256', bytesOf(path))}`);
  }
});

test('CSV files read by their dialect alone have the duties of the JSON beside them', () => {
  const files = descriptor.resources.flatMap(({ path, dialect }) => (dialect ? [{ path, dialect }] : []));
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

test('rows of JSON tables keep their schema', () => {
  for (const { path, schema } of tables.filter((table) => table.path.endsWith('.json'))) {
    const rows: Record<string, unknown>[] = JSON.parse(textOf(path));
    for (const row of rows) expect(Object.keys(row)).toEqual(schema?.fields.map(({ name }) => name));
    for (const { name, type, constraints } of schema?.fields ?? []) {
      const values = rows.map((row) => row[name]);
      for (const value of values)
        expect(accepts(value, type, constraints), `${path} ${name} ${value}`).toBe(true);
      if (constraints?.unique) expect(new Set(values).size).toBe(values.length);
    }
  }
});

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

test('dcat.jsonld has every described file', () => {
  const dataset: { 'dcat:distribution': { '@id': string }[] } = JSON.parse(textOf('dcat.jsonld'));
  expect(dataset['dcat:distribution'].map((entry) => entry['@id'])).toEqual(
    descriptor.resources.map(({ path }) => path),
  );
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
