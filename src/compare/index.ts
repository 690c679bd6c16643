/**
 * The same duty in other townships: townships → profiles → matters → wholes → content/counterparts.json.
 * Pure and deterministic; how well it does against pairs judged by hand is in test/compare/.
 */
import type { Matter } from '../domain/counterpart.ts';
import { LIST_SLUGS } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import { gatherMatters } from './matters.ts';
import { profilesOf } from './profiles.ts';
import { findWholes } from './within.ts';

/** The category of a printed name, as the vocabulary has it. */
export type CategoryOf = (printed: string) => string;

/** Every duty of the townships in exactly one matter, in the order of the matters' first duties. */
export function counterpartsOf(
  townships: readonly Township[],
  categoryOf: CategoryOf = (printed) => printed,
): Matter[] {
  const lexicon = profilesOf(townships, categoryOf);
  const gathered = gatherMatters(lexicon);
  const wholes = findWholes(gathered, lexicon);
  const wide = new Set([...wholes.values()].flat().map(({ id }) => id));
  const matters = gathered.map((matter): Matter => {
    const duties = [...matter.duties.values()].map(({ id }) => id).sort(byId);
    const partial = duties.filter((id) => wide.has(id));
    return {
      duties,
      partial: partial.length === duties.length ? [] : partial,
      within: (wholes.get(matter) ?? []).map(({ id }) => id).sort(byId),
    };
  });
  return matters.sort((a, b) => byId(a.duties[0] ?? '', b.duties[0] ?? ''));
}

/** Township code, list, number. */
export function byId(a: string, b: string): number {
  const [codeA = '', listA, numberA] = a.split('/');
  const [codeB = '', listB, numberB] = b.split('/');
  if (codeA !== codeB) return codeA < codeB ? -1 : 1;
  return (
    LIST_SLUGS.indexOf(listA as never) - LIST_SLUGS.indexOf(listB as never) ||
    Number(numberA) - Number(numberB)
  );
}
