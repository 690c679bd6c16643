/**
 * What a duty's page is made from, told much sooner than what it says: thousands of pages need not be made to see that
 * they have not changed. Whatever `dutyView` looks at has to be in here; the test changes every field and compares both.
 */
import { hash } from 'node:crypto';
import type { Township } from '../domain/township.ts';
import type { Entry, Handbook } from './entries.ts';
import { isPartial } from './matters.ts';
import { TEXT_COLUMNS } from './office-clauses.ts';
import { reportLink } from './report.ts';
import { areFew, counterpartEntries } from './views/counterparts.ts';
import { suspectLines } from './views/shared.ts';

/** A text that is another one wherever the view of the entry's page is another one. */
export function dutySources(entry: Entry, book: Handbook): string {
  const { township, duty, category, previous, next } = entry;
  const texts = book.texts.of.get(entry.id);
  return JSON.stringify([
    digestOf(township, headOf),
    digestOf(entry, namedDuty),
    category.id,
    [previous, next].map((neighbour) => neighbour && digestOf(neighbour, namedDuty)),
    TEXT_COLUMNS.map((column) => texts?.[column].map(({ names }) => names)),
    digestOf(book.terms, (terms) => terms),
    suspectLines(township, duty.source.lines),
    reportLink(entry),
    areFew(book),
    counterparts(entry, book),
  ]);
}

/** What the pages of a township's own duties say of it. */
const headOf = ({ code, name, kind, county, prefecture, province, edition, lists }: Township) => [
  ...[code, name, kind, county, prefecture, province, edition],
  lists.map(({ list, heading, columns }) => [list, heading, columns]),
];

const namedDuty = ({ township, duty }: Entry) => [township.code, township.county.name, township.name, duty];

function counterparts(entry: Entry, book: Handbook) {
  const found = counterpartEntries(entry, book);
  if (!found) return null;
  const { matter, others, within, takenIn, without } = found;
  return [
    [matter.id, matter.category.id, matter.category.name, matter.entries.length],
    others.map((other) => isPartial(entry, other, matter)),
    [others, within, takenIn].map((entries) => entries.map((other) => digestOf(other, namedDuty))),
    without,
  ];
}

const digests = new WeakMap<object, string>();

/** The digest of what is told of an object, worked out once: the pages of a dozen townships ask for it. */
function digestOf<T extends object>(object: T, tell: (object: T) => unknown): string {
  const known = digests.get(object);
  if (known) return known;
  const digest = hash('sha1', JSON.stringify(tell(object)), 'base64');
  digests.set(object, digest);
  return digest;
}
