import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocumentAids, openSeedsFolder, readDocument } from '../../scripts/lib/seeds-folder.ts';
import { dutyId } from '../../src/domain/address.ts';
import { extractTownship } from '../../src/extract/index.ts';

/** duty → [department, office] of each mention in order; every row was compared with its cell by eye. */
type Expected = Record<string, [id: string | null, office: string | null][]>;

const expected: Expected = JSON.parse(readFileSync(new URL('./departments.json', import.meta.url), 'utf8'));
const seeds = join(import.meta.dirname, '../../seeds');
const folder = openSeedsFolder(seeds);
const townships = folder.documents.flatMap(({ file, path }) => {
  const aids = {
    ...folder.vocabulary,
    ...openDocumentAids(seeds, file),
    manifest: folder.manifest[file] ?? {},
  };
  return extractTownship({ file, bytes: readDocument(path) }, aids).township ?? [];
});

describe('departments of every duty of the five documents', () => {
  it.each(townships.map((township) => [township.name, township] as const))('%s', (_, { code, duties }) => {
    const found = duties
      .filter(({ list }) => list !== 'basic')
      .map((duty) => [dutyId(code, duty), duty.departments.map(({ id, office }) => [id, office])]);
    const wanted = Object.entries(expected).filter(([id]) => id.startsWith(`${code}/`));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
  });

  it('holds all 716 rows', () => expect(Object.keys(expected)).toHaveLength(716));
});
