/**
 * What each clause says of offices: whom it names, and of whom it speaks. A clause speaks of an office under that
 * office's heading, or where it names it as the one who acts; a clause that names nobody stays with the duty. Pure.
 */
import type { Clause } from '../domain/clause.ts';
import type { Duty } from '../domain/duty.ts';
import type { Found } from '../extract/department-text.ts';

/** A name in a clause's text, as a half-open range of its characters. */
export interface Naming {
  start: number;
  end: number;
  /** The office's key, department and county. */
  office: string;
}

export interface ReadClause {
  clause: Clause;
  /** Every office it names. */
  names: Naming[];
  /** Keys of the offices of which it speaks. */
  speaksOf: string[];
}

/** The columns of a duty that hold clauses. */
export const TEXT_COLUMNS = ['superiorDuties', 'townshipDuties', 'takeover'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];
export type ReadTexts = Record<TextColumn, ReadClause[]>;

/** Finds the offices named in a text: those that have a page, with their keys. */
export type FindNames = (text: string) => Naming[];

/** A finder that keeps the offices with a page: `keyOf` gives a mention's key, null where there is none. */
export const findNames =
  (find: (text: string) => Found[], keyOf: (mention: Found['mention']) => string | null): FindNames =>
  (text) =>
    find(text).flatMap(({ start, end, mention }) => {
      const office = keyOf(mention);
      return office ? [{ start, end, office }] : [];
    });

/** All texts of a duty, clause by clause. */
export const readTexts = (duty: Duty, find: FindNames): ReadTexts => ({
  superiorDuties: readClauses(duty.superiorDuties ?? [], find),
  townshipDuties: readClauses(duty.townshipDuties ?? [], find),
  takeover: readClauses(duty.takeover ?? [], find),
});

/** A heading holds until the next heading or section: 县公安局： 1.… 2.… 二、… */
function readClauses(clauses: readonly Clause[], find: FindNames): ReadClause[] {
  let heads: string[] = [];
  return clauses.map((clause) => {
    const names = find(clause.text);
    if (clause.kind === 'section') heads = [];
    if (clause.kind === 'department') heads = unique(names.map(({ office }) => office));
    const acting = clause.kind === 'department' ? [] : actors(clause.text, names);
    return { clause, names, speaksOf: unique([...heads, ...acting]) };
  });
}

const unique = (keys: readonly string[]): string[] => [...new Set(keys)];

/** What may stand before the one who acts: nothing, the end of a sentence, or a word that brings it in. */
const BEFORE_ACTOR = /(?:^|[。；;：:，,！？）)]|经|以及|并)\s*$/u;
/** Words that bring in one who acts, whatever follows: 会同市司法局、公安局，对候选人进行资格审查 */
const BRINGS_IN = /(?:由|会同|联合|协同)$/u;
/** What stands after a name that does not act: the end of a sentence, or what makes it somebody's own. */
const NOT_ACTING = /^(?:[。；;，,、）)]|的|$)/u;
/** What joins several names into one subject. */
const JOINS = /^(?:[、，,和与及]|以及|或|、?各?)$/u;

/**
 * Who acts in a text: 县公安局负责… · 市水利局、农业农村局、城管局依职责… · 由县民政局… — but not 上报县林草局.
 * Several names in a row are one subject; the first of them and what follows the last decide.
 */
function actors(text: string, names: readonly Naming[]): string[] {
  return chains(text, names).flatMap((chain) => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return [];
    const [before, after] = [text.slice(0, first.start), text.slice(last.end)];
    const acts = BRINGS_IN.test(before) || (BEFORE_ACTOR.test(before) && !NOT_ACTING.test(after));
    return acts ? chain.map(({ office }) => office) : [];
  });
}

function chains(text: string, names: readonly Naming[]): Naming[][] {
  const found: Naming[][] = [];
  for (const name of names) {
    const chain = found.at(-1);
    const last = chain?.at(-1);
    if (chain && last && JOINS.test(text.slice(last.end, name.start))) chain.push(name);
    else found.push([name]);
  }
  return found;
}
