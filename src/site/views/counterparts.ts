/** The same duty in other townships, as a duty's page shows it. */
import { type Change, differences } from '../../compare/differences.ts';
import { comparePath, differencesPath, matterAnchor } from '../../domain/address.ts';
import type { Clause } from '../../domain/clause.ts';
import type { Duty } from '../../domain/duty.ts';
import { type Column, LISTS, type ListSlug } from '../../domain/lists.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href, type Link, link } from '../links.ts';
import { isPartial, type MatterEntries } from '../matters.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { NEAREST, nearest } from '../nearest.ts';
import { columnHead, shorten, townshipName } from '../words.ts';
import { dutyLink, HOME_TOWNSHIPS, townshipLink } from './shared.ts';

/** Of the townships listed, those whose texts are set against this one's. */
const COMPARED = 6;
/** Characters of text that a duty's page may hold, so that it stays light; what does not fit has a page of its own. */
const ROOM = 1900;

const COLUMNS = ['superiorDuties', 'townshipDuties', 'takeover'] as const satisfies readonly Column[];

export interface Counterpart extends Link {
  /** Its township. */
  code: string;
  place: string;
  list: ListSlug;
  partial: boolean;
  /** Column by column where the words differ; null where they are not shown here. */
  changes: Changed[] | null;
  /** The page that shows them where this one has no room. */
  elsewhere: string | null;
}

/** A column in which two texts differ. */
export interface Changed {
  heading: string;
  clauses: Change[][];
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
  const others = nearest(matter.entries, entry, NEAREST);
  const parts = book.matters.takenIn.get(entry.id) ?? [];
  const takenIn = parts.flatMap(({ entries }) => nearest(entries, entry, NEAREST));
  return {
    counterparts: listed(entry, others, matter, book),
    within: nearest(matter.within, entry, NEAREST).map(plain),
    takenIn: nearest(takenIn, entry, NEAREST).map(plain),
    without: areFew(book) ? without(entry, [...others, ...matter.within, ...takenIn], book) : [],
    more: matter.entries.length - 1 - others.length,
    row: link(
      `${comparePath(matter.category.id)}#${matterAnchor(matter.id)}`,
      `各乡镇“${matter.category.name}”事项对照表`,
    ),
  };
}

const areFew = ({ townships }: Handbook): boolean => townships.length <= NEAREST;

function without(entry: Entry, found: readonly Entry[], { townships }: Handbook): string[] {
  const have = new Set([entry, ...found].map(({ township }) => township.code));
  return townships.filter(({ code }) => !have.has(code)).map(townshipName);
}

const plain = (other: Entry): Counterpart => ({
  ...dutyLink(other),
  code: other.township.code,
  place: townshipName(other.township),
  list: other.duty.list,
  partial: true,
  changes: null,
  elsewhere: null,
});

const counterpart = (
  entry: Entry,
  other: Entry,
  matter: MatterEntries,
  changes: Changed[] | null,
): Counterpart => ({ ...plain(other), partial: isPartial(entry, other, matter), changes });

/** With the differences for which the page has room, the nearest township's first; the others stand `elsewhere`. */
function listed(
  entry: Entry,
  others: readonly Entry[],
  matter: MatterEntries,
  book: Handbook,
): Counterpart[] {
  const { duty } = entry;
  const elsewhere = areFew(book) ? href(differencesPath(entry.id)) : null;
  let room = ROOM - duty.name.length - COLUMNS.reduce((sum, column) => sum + lengthOf(duty[column]), 0);
  return others.map((other, at) => {
    if (at >= COMPARED || duty.list !== other.duty.list) return counterpart(entry, other, matter, null);
    const changes = leastCost(duty, other.duty) <= room ? changesBetween(entry, other) : null;
    const cost = changes ? costOf(changes) : Number.POSITIVE_INFINITY;
    if (cost > room) return { ...counterpart(entry, other, matter, null), elsewhere };
    room -= cost;
    return counterpart(entry, other, matter, changes);
  });
}

/** Compressed, words that stand on the page already weigh little. */
const AGAIN = 0.15;

/** What changes add to a compressed page, in characters. */
const costOf = (changes: readonly Changed[]): number =>
  changes
    .flatMap(({ clauses }) => clauses.flat())
    .reduce((sum, change) => sum + 4 + change.text.length * (change.in === 'there' ? 1 : AGAIN), 0);

/** What `costOf` the changes between two duties is at least; told without comparing them. */
const leastCost = (here: Duty, there: Duty): number =>
  COLUMNS.reduce((sum, column) => {
    const [mine, theirs] = [here[column], there[column]];
    if (!mine || !theirs || isSame(mine, theirs)) return sum;
    return sum + AGAIN * lengthOf(mine) + Math.max(0, lengthOf(theirs) - lengthOf(mine));
  }, 0);

const lengthOf = (clauses: readonly Clause[] | null): number =>
  (clauses ?? []).reduce((sum, { text }) => sum + text.length, 0);

const isSame = (here: readonly Clause[], there: readonly Clause[]): boolean =>
  here.length === there.length &&
  here.every(({ marker, text }, at) => text === there[at]?.text && marker === there[at]?.marker);

/** All differences of a duty, on the page for which there was no room on its own. */
export interface DifferencesView {
  meta: PageMeta;
  duty: Link;
  here: string;
  others: Counterpart[];
}

/** Null where the duty's own page has room for them all, and where townships are too many. */
export function differencesView(entry: Entry, book: Handbook): DifferencesView | null {
  if (!areFew(book)) return null;
  const matter = book.matters.of.get(entry.id);
  const shown = counterpartsView(entry, book)?.counterparts ?? [];
  if (!matter || shown.every(({ elsewhere }) => elsewhere === null)) return null;
  const place = townshipName(entry.township);
  const others = nearest(matter.entries, entry, NEAREST)
    .filter((other) => other.duty.list === entry.duty.list)
    .map((other) => counterpart(entry, other, matter, changesBetween(entry, other)));
  const name = shorten(entry.duty.name, 30);
  return {
    meta: pageMeta({
      path: differencesPath(entry.id),
      title: `${name} · ${place}${LISTS[entry.duty.list].short}第${entry.duty.number}项与其他乡镇的文字差别`,
      here: '文字差别',
      description: `${place}“${name}”与其他乡镇同类事项的文字差别`,
      crumbs: [HOME_TOWNSHIPS, townshipLink(entry.township), { ...dutyLink(entry), text: name }],
    }),
    duty: dutyLink(entry),
    here: place,
    others: others.filter(({ changes }) => changes && changes.length > 0),
  };
}

/** The name and every text column in which the two differ. */
function changesBetween(entry: Entry, other: Entry): Changed[] {
  const { duty, township } = entry;
  const name = {
    heading: columnHead(township, duty.list, 'name'),
    clauses: differences([duty.name], [other.duty.name]),
  };
  const columns = COLUMNS.flatMap((column) => {
    const [here, there] = [duty[column], other.duty[column]];
    if (!here || !there || isSame(here, there)) return [];
    return [
      { heading: columnHead(township, duty.list, column), clauses: differences(words(here), words(there)) },
    ];
  });
  return [name, ...columns].filter(({ clauses }) =>
    clauses.some((clause) => clause.some((change) => change.in !== 'both')),
  );
}

const words = (clauses: readonly Clause[]): string[] => clauses.map(({ marker = '', text }) => marker + text);
