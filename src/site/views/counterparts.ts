/** The same duty in other townships, as a duty's page shows it. */
import { comparePath, differencesPath, matterAnchor } from '../../domain/address.ts';
import { LISTS, type ListSlug } from '../../domain/lists.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href, type Link, link } from '../links.ts';
import { isPartial, type MatterEntries } from '../matters.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { NEAREST, nearest } from '../nearest.ts';
import { shorten, townshipName } from '../words.ts';
import { type Changed, changesBetween, costOf, isSameText, leastCost, textLength } from './changes.ts';
import { dutyLink, HOME_TOWNSHIPS, townshipLink } from './shared.ts';

/** Of the townships listed, those whose texts are set against this one. */
const COMPARED = 6;
/** Characters of text that a duty's page may hold, so that it stays light; what does not fit has a page of its own. */
const ROOM = 1900;

export interface Counterpart extends Link {
  /** Its township. */
  code: string;
  place: string;
  list: ListSlug;
  partial: boolean;
  /** Column by column where the words differ; null where they are not shown here. */
  changes: Changed[] | null;
  /** A township named before it, whose text is the same as this one's and differs from the page's. */
  like: string | null;
  /** Where its differences are shown, if the page has no room for them. */
  changesAt: string | null;
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
  /** The page of all differences, where this one has no room for them. */
  elsewhere: string | null;
  /** Its row in the table of all townships; where these are too many to stand there, with its own shown. */
  row: Link;
}

/** The entries of other townships that a duty's page names, the nearest first. */
export interface CounterpartEntries {
  matter: MatterEntries;
  others: Entry[];
  within: Entry[];
  takenIn: Entry[];
  /** The names of townships that have none of these; not told where townships are many. */
  without: string[];
}

/** Null where the handbook holds one township only. */
export function counterpartEntries(entry: Entry, book: Handbook): CounterpartEntries | null {
  const matter = book.matters.of.get(entry.id);
  if (!matter || book.townships.length < 2) return null;
  const others = nearest(matter.entries, entry, NEAREST);
  const parts = book.matters.takenIn.get(entry.id) ?? [];
  const takenIn = parts.flatMap(({ entries }) => nearest(entries, entry, NEAREST));
  return {
    matter,
    others,
    within: nearest(matter.within, entry, NEAREST),
    takenIn: nearest(takenIn, entry, NEAREST),
    without: areFew(book) ? without(entry, [...others, ...matter.within, ...takenIn], book) : [],
  };
}

/** Everything other townships have of a duty; null where the handbook holds one township only. */
export function counterpartsView(entry: Entry, book: Handbook): CounterpartsView | null {
  const found = counterpartEntries(entry, book);
  if (!found) return null;
  const { matter, others, within, takenIn, without } = found;
  const shown = listed(entry, others, matter, { room: ROOM - textLength(entry.duty), nearest: COMPARED });
  const untold = areFew(book) ? shown.filter(isUntold(entry)) : [];
  const elsewhere = untold.length > 0 ? href(differencesPath(entry.id)) : null;
  return {
    counterparts: shown.map((one) =>
      untold.includes(one) ? { ...one, changesAt: `${elsewhere}#t${one.code}` } : one,
    ),
    within: within.map(plain),
    takenIn: takenIn.map(plain),
    without,
    more: matter.entries.length - 1 - others.length,
    elsewhere,
    row: link(
      `${comparePath(matter.category.id)}${areFew(book) ? '' : `?t=${entry.township.code}`}#${matterAnchor(matter.id)}`,
      `各乡镇“${matter.category.name}”事项对照表`,
    ),
  };
}

/** Whether a page can name every township. */
export const areFew = ({ townships }: Handbook): boolean => townships.length <= NEAREST;

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
  like: null,
  changesAt: null,
});

const counterpart = (entry: Entry, other: Entry, matter: MatterEntries): Counterpart => ({
  ...plain(other),
  partial: isPartial(entry, other, matter),
});

/**
 * With the differences from this duty's text, the nearest township's first, for which there is room: that of so many
 * characters, and so many townships. A text that several townships share is set against this one once.
 */
function listed(
  entry: Entry,
  others: readonly Entry[],
  matter: MatterEntries,
  limits: { room: number; nearest: number },
): Counterpart[] {
  const { duty } = entry;
  const shown: Shown[] = [{ entry, changes: [] }];
  let { room } = limits;
  return others.map((other, at) => {
    const found = counterpart(entry, other, matter);
    if (duty.list !== other.duty.list) return found;
    const twin = shown.find(({ entry }) => isSameText(entry.duty, other.duty));
    if (twin) return { ...found, ...asBefore(twin) };
    if (at >= limits.nearest || leastCost(duty, other.duty) > room) return found;
    const changes = changesBetween(entry, other);
    const cost = costOf(changes);
    if (cost > room) return found;
    room -= cost;
    shown.push({ entry: other, changes });
    return { ...found, changes };
  });
}

/** An entry whose changes the page shows; the page's own has none. */
interface Shown {
  entry: Entry;
  changes: Changed[];
}

const asBefore = ({ entry, changes }: Shown): Pick<Counterpart, 'changes' | 'like'> =>
  changes.length === 0 ? { changes, like: null } : { changes: null, like: townshipName(entry.township) };

/** Whether a text of the same list is set against the entry's nowhere on its page. */
const isUntold =
  ({ duty }: Entry) =>
  ({ list, changes, like }: Counterpart): boolean =>
    list === duty.list && changes === null && like === null;

/** All differences of a duty, on the page for which there was no room on its own. */
export interface DifferencesView {
  meta: PageMeta;
  duty: Link;
  here: string;
  others: Counterpart[];
}

/** Whether a duty's own page has no room for all differences; where townships are too many, there is no other page either. */
export const hasDifferences = (entry: Entry, book: Handbook): boolean =>
  areFew(book) && Boolean(counterpartsView(entry, book)?.elsewhere);

/** Null where the duty has no such page. */
export function differencesView(entry: Entry, book: Handbook): DifferencesView | null {
  const matter = book.matters.of.get(entry.id);
  if (!matter || !hasDifferences(entry, book)) return null;
  const place = townshipName(entry.township);
  const others = nearest(matter.entries, entry, NEAREST).filter(
    (other) => other.duty.list === entry.duty.list,
  );
  const all = listed(entry, others, matter, { room: Number.POSITIVE_INFINITY, nearest: NEAREST });
  const name = shorten(entry.duty.name, 30);
  return {
    meta: pageMeta({
      path: differencesPath(entry.id),
      title: `${name} · ${place}${LISTS[entry.duty.list].short}第${entry.duty.number}项与其他乡镇的文字差别`,
      here: '文字差别',
      description: `${place}“${name}”与其他乡镇对应事项的文字差别`,
      crumbs: [HOME_TOWNSHIPS, townshipLink(entry.township), { ...dutyLink(entry), text: name }],
    }),
    duty: dutyLink(entry),
    here: place,
    others: all.filter(({ changes }) => changes?.length !== 0),
  };
}
