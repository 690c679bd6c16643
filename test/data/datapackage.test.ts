import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { allFiles, openData } from '../../src/data/index.ts';
import { made, source, textOf } from './content.ts';

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
  const files = new Map(allFiles(made).map((file) => [file.path, file.bytes]));
  for (const { path, bytes, hash } of descriptor.resources) {
    const content = files.get(path) ?? new Uint8Array();
    expect(bytes).toBe(content.length);
    expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
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
  const lines = textOf('SHA256SUMS.txt').trimEnd().split('\n');
  const expected = allFiles(made).filter(({ path }) => path !== 'SHA256SUMS.txt');
  expect(lines).toEqual(expected.map(({ sha256, path }) => `${sha256}  ${path}`));
});

test('dcat.jsonld has every described file', () => {
  const dataset: { 'dcat:distribution': { '@id': string }[] } = JSON.parse(textOf('dcat.jsonld'));
  expect(dataset['dcat:distribution'].map((entry) => entry['@id'])).toEqual(
    descriptor.resources.map(({ path }) => path),
  );
});

test('the same content gives the same bytes, whatever its order', async () => {
  const again = await openData({ ...source, townships: source.townships.toReversed() });
  const sums = (files: typeof made) => allFiles(files).map(({ path, sha256 }) => [path, sha256]);
  expect(sums(again)).toEqual(sums(made));
});
