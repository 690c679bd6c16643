/**
 * What a duty's page is made from, told much sooner than what it says: thousands of pages need not be made to see that
 * they have not changed. Whatever `dutyView` looks at has to be in here; the test changes every field and compares both.
 */
import { hash } from 'node:crypto';
import { perObject } from '../build/per-object.ts';
import type { Township } from '../domain/township.ts';
import type { Entry, Handbook } from './entries.ts';
import { isPartial } from './matters.ts';
import { TEXT_COLUMNS } from './office-clauses.ts';
import { reportLink } from './report.ts';
import { areFew, counterpartEntries } from './views/counterparts.ts';
import { correctionLines, suspectLines } from './views/shared.ts';

/** A text that is another one wherever the view of the entry's page is another one. */
export function dutySources(entry: Entry, book: Handbook): string {
  const { township, duty, category, previous, next } = entry;
  const texts = book.texts.of.get(entry.id);
  return JSON.stringify([
    head(township),
    told(entry),
    category.id,
    [previous, next].map((neighbour) => neighbour && told(neighbour)),
    TEXT_COLUMNS.map((column) => texts?.[column].map(({ names }) => names)),
    digest(book.terms),
    correctionLines(township, duty.corrections, book.townships),
    suspectLines(township, book.townships, duty.source.lines),
    reportLink(entry),
    areFew(book),
    counterparts(entry, book),
  ]);
}

const sha1 = (value: unknown): string => hash('sha1', JSON.stringify(value), 'base64');

/** What the pages of a township's own duties say of it. */
const head = perObject(({ code, name, kind, county, prefecture, province, edition, lists }: Township) =>
  sha1([
    ...[code, name, kind, county, prefecture, province, edition],
    lists.map(({ list, heading, columns }) => [list, heading, columns]),
  ]),
);

/** What its own page, and those that name it, may say of a duty. */
const told = perObject(({ township, duty }: Entry) =>
  sha1([township.code, township.county.name, township.name, duty]),
);

const digest = perObject(sha1);

function counterparts(entry: Entry, book: Handbook) {
  const found = counterpartEntries(entry, book);
  if (!found) return null;
  const { matter, others, within, takenIn, without } = found;
  return [
    [matter.id, matter.category.id, matter.category.name, matter.entries.length],
    others.map((other) => isPartial(entry, other, matter)),
    [others, within, takenIn].map((entries) => entries.map((other) => told(other))),
    without,
  ];
}
