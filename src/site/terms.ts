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
  let first: Pick<Range, 'start' | 'end'> | null = null; // no arrays: asked for every term in every clause
  for (const words of written) {
    const start = text.indexOf(words);
    if (start >= 0 && (!first || start < first.start)) first = { start, end: start + words.length };
  }
  return first && { ...first, href: href(`/glossary/#${id}`), term: true };
}
