/** First uses of the glossary's terms in a duty's texts. Pure. */
import type { Term } from '../domain/term.ts';
import type { Range } from './linked.ts';
import { href } from './links.ts';

/** Finds the terms not used before, text by text in the order of a page. */
export type FindTerms = (text: string) => Range[];

/** A finder for one page: each term is found once. */
export function termFinder(terms: readonly Term[]): FindTerms {
  const left = new Set(terms);
  return (text) => {
    const found: Range[] = [];
    for (const term of left) {
      const range = firstUse(text, term);
      if (!range || found.some(({ start, end }) => range.start < end && start < range.end)) continue;
      left.delete(term);
      found.push(range);
    }
    return found;
  };
}

function firstUse(text: string, { id, name, written = [name] }: Term): Range | null {
  const uses = written.flatMap((words) => {
    const start = text.indexOf(words);
    return start < 0
      ? []
      : [{ start, end: start + words.length, href: href(`/glossary/#${id}`), term: true }];
  });
  return uses.sort((a, b) => a.start - b.start)[0] ?? null;
}
