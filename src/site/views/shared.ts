/** Pieces that the views of several kinds of page are made of. */
import { departmentPath, dutyPath, officePath, sourcePath } from '../../domain/address.ts';
import type { Correction, Mention } from '../../domain/duty.ts';
import { LIST_SLUGS, LISTS, type ListSlug } from '../../domain/lists.ts';
import type { Suspect, Township } from '../../domain/township.ts';
import type { Entry } from '../entries.ts';
import { href, type Link, link } from '../links.ts';
import type { Part } from '../marked.ts';
import { withReferences } from '../references.ts';
import { townshipName } from '../words.ts';

/** A duty as one line of a list of links. */
export interface DutyLine {
  href: string;
  number: number;
  name: string;
}

export interface ListCount {
  list: ListSlug;
  count: number;
}

/** With its line's place in the source, and the places that its explanation names as links. */
export type CorrectionLine = Placed<Correction>;
export type SuspectLine = Placed<Suspect>;
type Placed<Decision> = Omit<Decision, 'why'> & { href: string; why: Part[] };

/** A row of a small table: a name and its figures. */
export interface FigureRow {
  text: string;
  href?: string;
  cells: (string | number)[];
}

export const LIST_HEADS: string[] = LIST_SLUGS.map((slug) => LISTS[slug].short);

export const HOME_TOWNSHIPS: Link = link('/townships/', '乡镇');

export const dutyLine = ({ township, duty }: Entry): DutyLine => ({
  href: href(dutyPath(township.code, duty)),
  number: duty.number,
  name: duty.name,
});

export const dutyLink = (entry: Entry): Link => ({ href: dutyLine(entry).href, text: entry.duty.name });

export const townshipLink = (township: Township, hash = ''): Link =>
  link(`/townships/${township.code}/${hash}`, townshipName(township));

/** Entries counted by list, in the order of the lists; an empty list counts 0. */
export const countLists = (entries: readonly Entry[]): ListCount[] =>
  LIST_SLUGS.map((list) => ({
    list,
    count: entries.filter((entry) => entry.duty.list === list).length,
  }));

/** A department named in a cell: its office's page, for a body above the county the department's, else plain words. */
export interface MentionLink {
  text: string;
  href: string | null;
}

export function mentionLink(mention: Mention, township: Township): MentionLink {
  if (!mention.id) return { text: mention.published, href: null };
  const path = mention.office ? officePath(mention.id, township.county.code) : departmentPath(mention.id);
  return { text: mention.office ?? mention.published, href: href(path) };
}

/** Corrections of a township's document; `townships` are those that explanations may name. */
export const correctionLines = (
  township: Township,
  corrections: readonly Correction[],
  townships: readonly Township[],
): CorrectionLine[] => corrections.map((correction) => placed(correction, township, townships));

/** The suspects of a township, or of the lines of one duty. */
export const suspectLines = (
  township: Township,
  townships: readonly Township[],
  [first, last] = [1, Number.POSITIVE_INFINITY],
): SuspectLine[] =>
  township.suspects
    .filter(({ line }) => line >= first && line <= last)
    .map((suspect) => placed(suspect, township, townships));

const placed = <Decision extends Correction | Suspect>(
  decision: Decision,
  township: Township,
  townships: readonly Township[],
): Placed<Decision> => ({
  ...decision,
  href: href(sourcePath(township.code, decision.line)),
  why: withReferences(decision.why, township, townships),
});
