/** What the pages of a duty say of other townships' texts, where townships are more than five. */
import { expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { arrange, type Entry } from '../../src/site/entries.ts';
import { counterpartsView, differencesView } from '../../src/site/views/counterparts.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';
import { multiplied } from '../support/multiplied.ts';

const book = arrange({ ...multiplied(readContent(), 2), ...readVocabulary() });
const byAddress = new Map(book.entries.map((entry) => [`/townships/${entry.id}/`, entry]));
const textOf = (entry: Entry | undefined): string =>
  JSON.stringify([
    entry?.duty.name,
    ...[entry?.duty.superiorDuties, entry?.duty.townshipDuties, entry?.duty.takeover].map((clauses) =>
      clauses?.map(({ marker, text }) => [marker, text]),
    ),
  ]);

it('a text that is the same is said to be, however far its township and however long the text', () => {
  let same = 0;
  for (const entry of book.entries)
    for (const { href, list, changes } of counterpartsView(entry, book)?.counterparts ?? []) {
      if (list !== entry.duty.list || textOf(byAddress.get(href)) !== textOf(entry)) continue;
      expect(changes, `${entry.id} and ${href}`).toEqual([]);
      same += 1;
    }
  expect(same).toBeGreaterThan(book.entries.length / 2);
});

it('what a page has no room for is shown where the page says, and nothing is left unsaid', () => {
  const few = arrange({ ...readContent(), ...readVocabulary() });
  let elsewhere = 0;
  for (const entry of few.entries) {
    const sections = differencesView(entry, few)?.others.map(({ code }) => `#t${code}`) ?? [];
    for (const { list, changes, like, changesAt } of counterpartsView(entry, few)?.counterparts ?? []) {
      if (list === entry.duty.list) expect([changes, like, changesAt].filter((said) => said)).toHaveLength(1);
      if (!changesAt) continue;
      expect(changesAt).toMatch(new RegExp(`/townships/${entry.id}/differences/#t\\d{9}$`));
      expect(sections).toContain(changesAt.replace(/^[^#]*/, ''));
      elsewhere += 1;
    }
  }
  expect(elsewhere).toBeGreaterThan(50);
});

it('a page of differences shows some', () => {
  const pages = book.entries.flatMap((entry) => differencesView(entry, book) ?? []);
  expect(pages.length).toBeGreaterThan(50);
  expect(pages.filter(({ others }) => others.length === 0)).toEqual([]);
});

it('a duty leads to its row; where townships are too many to stand there, with its own chosen', () => {
  const few = arrange({ ...readContent(), ...readVocabulary() });
  const many = arrange({ ...multiplied(readContent(), 3), ...readVocabulary() });
  for (const entry of few.entries.slice(0, 50))
    expect(counterpartsView(entry, few)?.row.href).toMatch(/^\/compare\/[^/?]+\/#m/);
  for (const entry of many.entries.slice(0, 50))
    expect(counterpartsView(entry, many)?.row.href).toMatch(
      new RegExp(`^/compare/[^/]+/\\?t=${entry.township.code}#m`),
    );
});
