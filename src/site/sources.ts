/**
 * What the pages of duties, townships and offices are made from, told much sooner than what they say: thousands of pages
 * need not be made to see that they have not changed. Whatever their views look at has to be in here; the test changes
 * every field and compares both.
 */
import { hash } from 'node:crypto';
import { perObject } from '../build/per-object.ts';
import { officePath, townshipPath } from '../domain/address.ts';
import type { Department } from '../domain/department.ts';
import type { Township } from '../domain/township.ts';
import { downloads } from './data.ts';
import { type Entry, type Handbook, officeKey } from './entries.ts';
import { isPartial } from './matters.ts';
import { type ReadTexts, TEXT_COLUMNS } from './office-clauses.ts';
import { reportLink } from './report.ts';
import { areFew, counterpartEntries } from './views/counterparts.ts';
import { correctionLines, suspectLines } from './views/shared.ts';

/** A text that is another one wherever the view of the entry's page is another one. */
export function dutySources(entry: Entry, book: Handbook): string {
  const { township, duty, category, previous, next } = entry;
  return JSON.stringify([
    head(township),
    told(entry),
    category.id,
    [previous, next].map((neighbour) => neighbour && told(neighbour)),
    named(entry, book),
    digest(book.terms),
    correctionLines(township, duty.corrections, book.townships),
    suspectLines(township, book.townships, duty.source.lines),
    reportLink(entry),
    areFew(book),
    counterparts(entry, book),
  ]);
}

/** A text that is another one wherever the view of the township's page is another one. */
export const townshipSources = (township: Township, book: Handbook): string =>
  JSON.stringify([
    documentSources(township, book),
    book.categories.map(({ id, name }) => [id, name]),
    downloads(townshipPath(township.code), ''),
  ]);

/** A text that is another one wherever the view of the township's document, as received, is another one. */
export const documentSources = (township: Township, { ofTownship, townships }: Handbook): string =>
  JSON.stringify([
    withoutDuties(township),
    (ofTownship.get(township.code) ?? []).map((entry) => [told(entry), entry.category.id]),
    correctionLines(township, township.corrections, townships),
  ]);

/** A text that is another one wherever the view of the office's page is another one. */
export function officeSources(department: Department, county: string, book: Handbook): string {
  const key = officeKey(department.id, county);
  const entries = [book.ofOffice.get(key), book.texts.naming.get(key)];
  return JSON.stringify([
    county,
    digest(department),
    downloads(officePath(department.id, county), ''),
    entries.map((group) =>
      group?.map((entry) => [head(entry.township), told(entry), entry.category.name, named(entry, book)]),
    ),
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

const withoutDuties = perObject((township: Township) => sha1({ ...township, duties: [] }));

/** Whom the texts of a duty name. */
const named = ({ id }: Entry, { texts }: Handbook): string | null => {
  const read = texts.of.get(id);
  return read ? namesIn(read) : null;
};

const namesIn = perObject((texts: ReadTexts) =>
  sha1(TEXT_COLUMNS.map((column) => texts[column].map(({ names }) => names))),
);

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
