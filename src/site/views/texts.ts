/** Published clauses with the departments they name and the terms they use as links. */
import { officePath } from '../../domain/address.ts';
import type { Mark } from '../../domain/duty.ts';
import type { Entry, Handbook } from '../entries.ts';
import { linkParts, type Range } from '../linked.ts';
import { href } from '../links.ts';
import { type MarkedClause, marked, marksOn, type Part } from '../marked.ts';
import type { ReadClause, TextColumn } from '../office-clauses.ts';
import { type FindTerms, termFinder } from '../terms.ts';

/** The texts of one page, in its order: each term is linked where it is first used. */
export interface LinkedTexts {
  name: Part[];
  clauses(column: TextColumn): MarkedClause[];
}

export function linkedTexts(entry: Entry, { texts, terms }: Handbook): LinkedTexts {
  const find = termFinder(terms);
  const { duty } = entry;
  const name = linkParts(marked(duty.name, marksOn(duty, 'name')), find(duty.name));
  const read = texts.of.get(entry.id);
  return {
    name,
    clauses: (column) =>
      (read?.[column] ?? []).map((clause, at) => linkedClause(clause, marksOn(duty, column, at), find)),
  };
}

/** One clause as published, marker and all, with its corrections marked. */
export function linkedClause(
  { clause, names }: ReadClause,
  marks: readonly Mark[],
  find: FindTerms = () => [],
): MarkedClause {
  const { kind, marker = '', text } = clause;
  const offices = names.map(({ start, end, office }): Range => {
    const [department = '', county = ''] = office.split('/');
    return { start, end, href: href(officePath(department, county)) };
  });
  const shifted = [...offices, ...find(text)].map((range) => ({
    ...range,
    start: range.start + marker.length,
    end: range.end + marker.length,
  }));
  return { kind, parts: linkParts(marked(marker + text, marks), shifted) };
}
