/** What a search should find, told by the published data alone: /data/duties.json, read without any index. */
import { fold } from '../../src/search/fold.ts';

interface Clause {
  marker?: string;
  text: string;
}

export interface PublishedDuty {
  id: string;
  name: string;
  departmentsText: string;
  superiorDuties: Clause[] | null;
  townshipDuties: Clause[] | null;
  takeover: Clause[] | null;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

export interface Truth {
  /** Duties that have the characters typed, in the name or in one cell, white space aside. */
  literal(query: string): Set<string>;
  /** The same, punctuation aside too. */
  folded(query: string): Set<string>;
  /** Whether a duty's name has them. */
  inName(id: string, query: string): boolean;
}

export function truthOf(duties: readonly PublishedDuty[]): Truth {
  const texts = duties.map((duty) => ({
    id: duty.id,
    name: bare(duty.name),
    cells: cellsOf(duty).map(bare),
  }));
  const plain = texts.map(({ id, cells }) => ({ id, cells: cells.map(fold) }));
  const names = new Map(texts.map(({ id, name }) => [id, name]));
  return {
    literal: (query) => having(texts, query.split(/\s+/)),
    folded: (query) => having(plain, query.split(/\s+/).map(fold)),
    inName: (id, query) => query.split(/\s+/).every((word) => names.get(id)?.includes(word)),
  };
}

function cellsOf({
  name,
  departmentsText,
  superiorDuties,
  townshipDuties,
  takeover,
}: PublishedDuty): string[] {
  const cells = [superiorDuties, townshipDuties, takeover].filter((clauses) => clauses !== null);
  return [
    name,
    departmentsText,
    ...cells.map((clauses) => clauses.map(({ marker = '', text }) => marker + text).join('')),
  ];
}

function having(texts: readonly { id: string; cells: string[] }[], words: readonly string[]): Set<string> {
  const found = texts.filter(({ cells }) => words.every((word) => cells.some((cell) => cell.includes(word))));
  return new Set(found.map(({ id }) => id));
}
