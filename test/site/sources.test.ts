/** Every field of the content changed, one after another: where the view of a duty's page changes, so do its sources. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { arrange, type Collections, type Handbook } from '../../src/site/entries.ts';
import { dutySources } from '../../src/site/sources.ts';
import { dutyView } from '../../src/site/views/duty.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';
import { multiplied } from '../support/multiplied.ts';

type Content = Omit<Required<Collections>, 'find'>;
type Leaf = string | number | boolean | null;
/** Whatever a path leads to. */
type Part = Leaf | Part[] | { [key: string]: Part };
type Path = (string | number)[];

vi.hoisted(() => vi.stubEnv('REPORT_URL', 'https://report.example/'));
afterAll(() => vi.unstubAllEnvs());

const { find, ...vocabulary } = readVocabulary();
const whole: Content = { ...readContent(), ...vocabulary };
const content = fewDuties(whole);
const before = pagesOf(content);
/** So many townships that pages do not name them all. */
const many = multiplied(content, 3);

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

it.each<[what: string, one: Content, other: Content]>([
  ['a township more is too many to name them all', first(12), first(13)],
  ['a township that the page does not name lacks the duty', many, withoutLast(many)],
  ['a category has another name, its old one among its variants', content, renamed(content)],
])('sources change with the view where %s', (_, one, other) => {
  const [earlier, later] = [pagesOf(one), pagesOf(other)];
  expect(changed(earlier, later).length).toBeGreaterThan(10);
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

type Pages = ReadonlyMap<string, { view: string; sources: string }>;

/** Ids of the duties whose view is another one. */
const changed = (before: Pages, after: Pages): string[] =>
  [...after].flatMap(([id, { view }]) => (before.has(id) && before.get(id)?.view !== view ? [id] : []));

/** Of these, those that nobody would notice. */
const stale = (before: Pages, after: Pages): string[] =>
  changed(before, after).filter((id) => before.get(id)?.sources === after.get(id)?.sources);

/** What the page of each duty says and is made from. */
function pagesOf(collections: Content): Pages {
  const book: Handbook = arrange({ ...collections, find });
  return new Map(
    book.entries.map((entry) => [
      entry.id,
      { view: JSON.stringify(dutyView(entry, book)), sources: dutySources(entry, book) },
    ]),
  );
}

/** All townships with some of their duties: so few that their pages can be made hundreds of times. */
function fewDuties(collections: Content): Content {
  const counterparts = collections.counterparts.filter(
    ({ duties, partial, within }, at) =>
      duties.length > 3 && (at % 8 === 0 || partial.length > 0 || within.length > 0),
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
