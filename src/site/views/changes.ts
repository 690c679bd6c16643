/** Where the texts of two duties differ, column by column, and what showing it costs a page. */
import { type Change, differences } from '../../compare/differences.ts';
import type { Clause } from '../../domain/clause.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Column } from '../../domain/lists.ts';
import type { Entry } from '../entries.ts';
import { TEXT_COLUMNS } from '../office-clauses.ts';
import { columnHead } from '../words.ts';

/** A column in which two texts differ. */
export interface Changed {
  heading: string;
  clauses: Change[][];
}

/** The name and every text column in which the two differ. */
export function changesBetween({ duty, township }: Entry, other: Entry): Changed[] {
  const changed = (column: Column, here: readonly string[], there: readonly string[]): Changed => ({
    heading: columnHead(township, duty.list, column),
    clauses: differences(here, there),
  });
  const name = duty.name === other.duty.name ? [] : [changed('name', [duty.name], [other.duty.name])];
  const columns = TEXT_COLUMNS.flatMap((column) => {
    const [here, there] = [duty[column], other.duty[column]];
    return !here || !there || isSame(here, there) ? [] : [changed(column, words(here), words(there))];
  });
  return [...name, ...columns].filter(({ clauses }) =>
    clauses.some((clause) => clause.some((change) => change.in !== 'both')),
  );
}

const words = (clauses: readonly Clause[]): string[] => clauses.map(({ marker = '', text }) => marker + text);

/** Compressed, words that stand on the page already weigh little. */
const AGAIN = 0.15;

/** What changes add to a compressed page, in characters. */
export const costOf = (changes: readonly Changed[]): number =>
  changes
    .flatMap(({ clauses }) => clauses.flat())
    .reduce((sum, change) => sum + 4 + change.text.length * (change.in === 'there' ? 1 : AGAIN), 0);

/** What `costOf` the changes between two duties is at least; told without comparing them. */
export const leastCost = (here: Duty, there: Duty): number =>
  TEXT_COLUMNS.reduce((sum, column) => {
    const [mine, theirs] = [here[column], there[column]];
    if (!mine || !theirs || isSame(mine, theirs)) return sum;
    return sum + AGAIN * lengthOf(mine) + Math.max(0, lengthOf(theirs) - lengthOf(mine));
  }, 0);

const lengthOf = (clauses: readonly Clause[] | null): number =>
  (clauses ?? []).reduce((sum, { text }) => sum + text.length, 0);

/** Whether two duties of a list say the same, word by word. */
export const isSameText = (here: Duty, there: Duty): boolean =>
  here.name === there.name && TEXT_COLUMNS.every((column) => isSame(here[column] ?? [], there[column] ?? []));

/** Characters of a duty's name and texts. */
export const textLength = (duty: Duty): number =>
  duty.name.length + TEXT_COLUMNS.reduce((sum, column) => sum + lengthOf(duty[column]), 0);

const isSame = (here: readonly Clause[], there: readonly Clause[]): boolean =>
  here.length === there.length &&
  here.every(({ marker, text }, at) => text === there[at]?.text && marker === there[at]?.marker);
