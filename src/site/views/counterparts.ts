/** The same duty in other townships, as a duty's page shows it. */
import { type Change, differences } from '../../compare/differences.ts';
import { comparePath, matterAnchor } from '../../domain/address.ts';
import type { Clause } from '../../domain/clause.ts';
import { type Column, LISTS, type List } from '../../domain/lists.ts';
import type { Entry, Handbook } from '../entries.ts';
import { type Link, link } from '../links.ts';
import { counterpartsOf, isPartial, type MatterEntries } from '../matters.ts';
import { columnHead, townshipName } from '../words.ts';
import { dutyLink } from './shared.ts';

/** Townships listed on the page, the nearest first; the table of the category shows all. */
const LISTED = 12;
/** Those of them whose texts are set against this one's. */
const COMPARED = 6;

export interface Counterpart extends Link {
  place: string;
  list: List;
  partial: boolean;
  /** Column by column where the words differ; null where the texts are not compared. */
  changes: { heading: string; clauses: Change[][] }[] | null;
}

export interface CounterpartsView {
  counterparts: Counterpart[];
  /** Duties elsewhere that take this one in. */
  within: Counterpart[];
  /** Duties elsewhere that this one takes in. */
  takenIn: Counterpart[];
  /** Townships that have neither. */
  without: string[];
  /** Counterparts that are not listed here. */
  more: number;
  /** Its row in the table of all townships. */
  row: Link;
}

/** Everything other townships have of a duty; null where the handbook holds one township only. */
export function counterpartsView(entry: Entry, book: Handbook): CounterpartsView | null {
  const matter = book.matters.of.get(entry.id);
  if (!matter || book.townships.length < 2) return null;
  const others = nearestFirst(counterpartsOf(entry, book.matters), entry);
  const within = nearestFirst(matter.within, entry);
  const parts = (book.matters.takenIn.get(entry.id) ?? []).flatMap(({ entries }) => entries);
  const takenIn = nearestFirst(
    parts.filter(({ township }) => township !== entry.township),
    entry,
  );
  return {
    counterparts: others
      .slice(0, LISTED)
      .map((other, at) => counterpart(entry, other, matter, at < COMPARED)),
    within: within.slice(0, LISTED).map(plain),
    takenIn: takenIn.slice(0, LISTED).map(plain),
    without: without(entry, [...others, ...within, ...takenIn], book),
    more: Math.max(0, others.length - LISTED),
    row: link(
      `${comparePath(matter.category.id)}#${matterAnchor(matter.id)}`,
      `各乡镇“${matter.category.name}”事项对照表`,
    ),
  };
}

/** Townships of the same county first, then of the same prefecture. */
function nearestFirst(others: readonly Entry[], { township }: Entry): Entry[] {
  const distance = (other: Entry): number =>
    other.township.county.code === township.county.code
      ? 0
      : other.township.prefecture.code === township.prefecture.code
        ? 1
        : 2;
  return others.toSorted((a, b) => distance(a) - distance(b));
}

/** Named only where they are few. */
function without(entry: Entry, found: readonly Entry[], { townships }: Handbook): string[] {
  if (townships.length > LISTED) return [];
  const have = new Set([entry, ...found].map(({ township }) => township.code));
  return townships.filter(({ code }) => !have.has(code)).map(townshipName);
}

const plain = (other: Entry): Counterpart => ({
  ...dutyLink(other),
  place: townshipName(other.township),
  list: LISTS[other.duty.list],
  partial: true,
  changes: null,
});

const counterpart = (entry: Entry, other: Entry, matter: MatterEntries, compared: boolean): Counterpart => ({
  ...plain(other),
  partial: isPartial(entry, other, matter),
  changes: compared && entry.duty.list === other.duty.list ? changes(entry, other) : null,
});

const COLUMNS = ['superiorDuties', 'townshipDuties', 'takeover'] as const satisfies readonly Column[];

/** The name and every text column in which the two differ. */
function changes(entry: Entry, other: Entry): NonNullable<Counterpart['changes']> {
  const { duty, township } = entry;
  const name = {
    heading: columnHead(township, duty.list, 'name'),
    clauses: differences([duty.name], [other.duty.name]),
  };
  const columns = COLUMNS.flatMap((column) => {
    const [here, there] = [duty[column], other.duty[column]];
    if (!here || !there) return [];
    return [
      { heading: columnHead(township, duty.list, column), clauses: differences(words(here), words(there)) },
    ];
  });
  return [name, ...columns].filter(({ clauses }) =>
    clauses.some((clause) => clause.some((change) => change.in !== 'both')),
  );
}

const words = (clauses: readonly Clause[]): string[] => clauses.map(({ marker = '', text }) => marker + text);
