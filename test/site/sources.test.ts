/** Every field of the content changed, one after another: where the view of a duty's page changes, so do its sources. */
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { arrange, type Collections, type Handbook } from '../../src/site/entries.ts';
import { dutySources } from '../../src/site/sources.ts';
import { dutyView } from '../../src/site/views/duty.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';

type Content = Omit<Required<Collections>, 'find'>;
type Leaf = string | number | boolean | null;
/** Whatever a path leads to. */
type Part = Leaf | Part[] | { [key: string]: Part };
type Path = (string | number)[];

const { find, ...vocabulary } = readVocabulary();
const content = fewDuties({ ...readContent(), ...vocabulary });
const before = pagesOf(content);

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
      const other = [...after].filter(([id, { view }]) => before.has(id) && view !== before.get(id)?.view);
      const stale = other.filter(([id, { sources }]) => sources === before.get(id)?.sources);
      expect(stale.map(([id]) => id)).toEqual([]);
      if (other.length > 0) changes += 1;
    }
  });

  it('nothing: views did change', () => {
    expect(changes).toBeGreaterThan(80);
  });
});

/** What the page of each duty says and is made from. */
function pagesOf(collections: Content): Map<string, { view: string; sources: string }> {
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
  return value === null ? '另外' : `${value}另`;
}
