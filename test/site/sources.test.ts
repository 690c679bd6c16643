/** Every field of the content changed, one after another: where the view of a page changes, so do its sources. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { arrange, type Collections, type Handbook } from '../../src/site/entries.ts';
import { readSeed } from '../../src/site/seed.ts';
import { documentSources, dutySources, officeSources, townshipSources } from '../../src/site/sources.ts';
import { officeView } from '../../src/site/views/department.ts';
import { dutyView } from '../../src/site/views/duty.ts';
import { townshipFigure } from '../../src/site/views/figures.ts';
import { sourceView } from '../../src/site/views/source.ts';
import { townshipView } from '../../src/site/views/township.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';
import { multiplied } from '../support/multiplied.ts';

type Content = Omit<Required<Collections>, 'find'>;
type Leaf = string | number | boolean | null;
/** Whatever a path leads to. */
type Part = Leaf | Part[] | { [key: string]: Part };
type Path = (string | number)[];

// What a figure is drawn from is enough here: drawing takes most of the time.
vi.mock('../../src/site/figures.ts', async (original) => ({
  ...(await original<typeof import('../../src/site/figures.ts')>()),
  barsByList: (...drawn: unknown[]) => drawn,
}));
vi.hoisted(() => vi.stubEnv('REPORT_URL', 'https://report.example/'));
afterAll(() => vi.unstubAllEnvs());

const { find, ...vocabulary } = readVocabulary();
const whole: Content = { ...readContent(), ...vocabulary };
const content = fewDuties(whole);
const before = pagesOf(content);
/** So many townships that pages do not name them all. */
const many = multiplied(content, 3);

/** The document of a township of the handbook, whatever its record calls it; of each line one character is enough. */
function seedOf(code: string): string[] {
  const township = whole.townships.find((candidate) => candidate.code === code);
  return township ? readSeed(township.seed.file).map((line) => line.slice(0, 1)) : [];
}

/** Of the places where a field stands, the first, one in the middle and the last are changed. */
const PLACES = [0, 0.5, 1];
const fields = Map.groupBy(pathsIn(content), (path) =>
  path.map((key) => (typeof key === 'number' ? '*' : key)).join('.'),
);

describe('sources change with the view, whatever is done to', () => {
  let changes = 0;

  it.each([...fields])('%s', (_, paths) => {
    for (const share of PLACES) {
      const path = paths[Math.floor(share * (paths.length - 1))] ?? [];
      const after = pagesOf(changedAt(content, path));
      expect(stale(before, after)).toEqual([]);
      if (changed(before, after).length > 0) changes += 1;
    }
  });

  it('nothing: views did change', () => {
    expect(changes).toBeGreaterThan(80);
  });
});

it.each<[what: string, one: Content, other: Content, more: number]>([
  ['a township more is too many to name them all', first(12), first(13), 10],
  ['a township that the page does not name lacks the duty', many, withoutLast(many), 10],
  ['a category has another name, its old one among its variants', content, renamed(content), 10],
  ['a wording is another category’s', whole, moved(whole), 4],
])('sources change with the view where %s', (_, one, other, more) => {
  const [earlier, later] = [pagesOf(one), pagesOf(other)];
  expect(changed(earlier, later).length).toBeGreaterThan(more);
  expect(stale(earlier, later)).toEqual([]);
});

function first(count: number): Content {
  return { ...many, townships: many.townships.slice(0, count) };
}

function withoutLast(collections: Content): Content {
  const counterparts = collections.counterparts.map((matter) => ({
    ...matter,
    duties: matter.duties.slice(0, -1),
  }));
  return { ...collections, counterparts };
}

function renamed(collections: Content): Content {
  const categories = collections.categories.map((category) => ({
    ...category,
    name: `${category.name}另`,
    variants: [...category.variants, category.name],
  }));
  return { ...collections, categories };
}

/** 文化旅游, which two duties have beside 48 of 文化和旅游, is a wording of 经济发展. */
function moved(collections: Content): Content {
  const wording = '文化旅游';
  const categories = collections.categories.map(({ variants, ...category }) => ({
    ...category,
    variants: category.name === '经济发展' ? [wording] : variants.filter((variant) => variant !== wording),
  }));
  return { ...collections, categories };
}

type Pages = ReadonlyMap<string, { view: string; sources: string }>;

/** Ids of the pages whose view is another one. */
const changed = (before: Pages, after: Pages): string[] =>
  [...after].flatMap(([id, { view }]) => (before.has(id) && before.get(id)?.view !== view ? [id] : []));

/** Of these, those that nobody would notice. */
const stale = (before: Pages, after: Pages): string[] =>
  changed(before, after).filter((id) => before.get(id)?.sources === after.get(id)?.sources);

/** What each page says and is made from. */
function pagesOf(collections: Content): Pages {
  const book: Handbook = arrange({ ...collections, find });
  return new Map([...dutyPages(book), ...townshipPages(book), ...officePages(book)]);
}

type Page = [id: string, page: { view: string; sources: string }];

function dutyPages(book: Handbook): Page[] {
  return book.entries.map((entry) => page(entry.id, dutyView(entry, book), dutySources(entry, book)));
}

function townshipPages(book: Handbook): Page[] {
  return book.townships.flatMap((township) => {
    const entries = book.ofTownship.get(township.code) ?? [];
    const view = [townshipView(township, entries, book.townships), townshipFigure(township, book)];
    const source = sourceView(township, seedOf(township.code), book);
    return [
      page(township.code, view, townshipSources(township, book)),
      page(`${township.code}/source`, source, documentSources(township, book)),
    ];
  });
}

function officePages(book: Handbook): Page[] {
  return book.departments.flatMap((department) =>
    department.offices.map(({ county }) => {
      const sources = officeSources(department, county, book);
      return page(`${department.id}/${county}`, officeView(department, county, book), sources);
    }),
  );
}

function page(id: string, view: unknown, sources: string): Page {
  return [id, { view: JSON.stringify(view), sources }];
}

/** All townships with some of their duties: so few that their pages can be made hundreds of times. */
function fewDuties(collections: Content): Content {
  const counterparts = collections.counterparts.filter(
    ({ duties, partial, within }, at) =>
      duties.length > 3 && (at % 16 === 0 || partial.length > 0 || within.length > 0),
  );
  const kept = new Set(counterparts.flatMap(({ duties, within }) => [...duties, ...within]));
  const townships = collections.townships.map((township) => ({
    ...township,
    duties: township.duties.filter(
      ({ list, number, corrections, source: { lines } }) =>
        kept.has(`${township.code}/${list}/${number}`) ||
        corrections.length > 0 ||
        township.suspects.some(({ line }) => line >= lines[0] && line <= lines[1]),
    ),
  }));
  return { ...collections, townships, counterparts };
}

/** The paths of all values that have no parts, and of all lists that have some. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else {
    if (Array.isArray(value) && value.length > 0) yield path;
    for (const [key, part] of Object.entries(value))
      yield* pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A copy in which the value at a path is another one of its kind; a list lacks its last part. */
function changedAt(collections: Content, path: Path): Content {
  const copy = structuredClone(collections);
  const last = path.at(-1) ?? '';
  const parent = path
    .slice(0, -1)
    .reduce((part: Part, key) => (part as Record<string, Part>)[key] ?? null, copy as unknown as Part);
  const parts = parent as Record<string, Part>;
  const value = parts[last] ?? null;
  parts[last] = Array.isArray(value) ? value.slice(0, -1) : another(value as Leaf, String(last));
  return copy;
}

const COLUMNS = ['superiorDuties', 'townshipDuties', 'takeover'];

function another(value: Leaf, field: string): Part {
  if (COLUMNS.includes(field)) return [];
  if (field === 'list') return LIST_SLUGS.find((slug) => slug !== value) ?? null;
  if (typeof value === 'number') return value + 1000;
  if (typeof value === 'boolean') return !value;
  return value === null ? '另外' : `另${value}另`;
}
