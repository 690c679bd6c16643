/** Duties of many townships, gathered by county and township, and the links to where each stands on its page. */
import { LIST_SLUGS, type ListSlug } from '../../domain/lists.ts';
import { type Entry, groupBy } from '../entries.ts';
import type { Link } from '../links.ts';
import { type DutyLine, dutyLine, townshipLink } from './shared.ts';

/** What stands on a page and how much of it, as a link to it. */
export interface Jump {
  href: string;
  text: string;
  /** Whose badge stands in place of the text. */
  list?: ListSlug;
  /** 201 项 */
  amount: string;
}

export interface TownshipPart {
  id: string;
  place: Link;
  name: string;
  total: number;
  /** The lists that have any, with their duties. */
  lists: { list: ListSlug; duties: DutyLine[] }[];
}

export interface CountyPart {
  id: string;
  name: string;
  total: number;
  townships: TownshipPart[];
}

/** A county's place on a page, by its code; `prefix` keeps several lists of counties apart. */
export const countyId = (code: string, prefix = ''): string => `${prefix}c${code}`;

/** In the order of the entries. */
export function byCounty(entries: readonly Entry[], prefix = ''): CountyPart[] {
  const groups = groupBy(entries, ({ township }) => [township.county.code]);
  return [...groups.values()].flatMap((members) => {
    const county = members[0]?.township.county;
    return county
      ? [
          {
            id: countyId(county.code, prefix),
            name: county.name,
            total: members.length,
            townships: byTownship(members, prefix),
          },
        ]
      : [];
  });
}

function byTownship(entries: readonly Entry[], prefix: string): TownshipPart[] {
  const groups = groupBy(entries, ({ township }) => [township.code]);
  return [...groups.values()].flatMap((members) => {
    const township = members[0]?.township;
    return township
      ? [
          {
            id: `${prefix}t${township.code}`,
            place: townshipLink(township),
            name: township.name,
            total: members.length,
            lists: byList(members),
          },
        ]
      : [];
  });
}

const byList = (entries: readonly Entry[]): TownshipPart['lists'] =>
  LIST_SLUGS.map((list) => ({
    list,
    duties: entries.filter(({ duty }) => duty.list === list).map(dutyLine),
  })).filter(({ duties }) => duties.length > 0);

/** One a county; where it has but one township, that one's name. None where there is nothing to choose. */
export const countyJumps = (counties: readonly CountyPart[]): Jump[] =>
  counties.length > 1
    ? counties.map(({ id, name, total, townships: [first, second] }) => ({
        href: `#${id}`,
        text: first && !second ? first.place.text : name,
        amount: `${total} 项`,
      }))
    : [];

/** One a township of a county; none where it is the only one. */
export const townshipJumps = ({ townships }: CountyPart): Jump[] =>
  townships.length > 1
    ? townships.map(({ id, name, total }) => ({ href: `#${id}`, text: name, amount: `${total} 项` }))
    : [];
