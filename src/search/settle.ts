/** Doubtful pages are settled by their texts; most never need it, because places in the index tell. */
import { fold } from './fold.ts';
import { inTurns } from './in-turns.ts';
import type { IndexReader } from './index-reader.ts';
import type { Match, Matches } from './query/match.ts';

export interface Settled {
  pages: Map<number, Match>;
  /** False where doubtful pages were left as they were. */
  exact: boolean;
}

/** How many texts a word may cost, if not all results are wanted. */
const DOUBTFUL = 30;

export interface Doubt {
  word: string;
  /** Does the text have the word? */
  test: (text: string) => boolean;
  /** Are all pages doubtful, or only those that their places leave open? */
  all: boolean;
  /** How many results are wanted. */
  limit: number | undefined;
}

/** Reads the texts of doubtful pages, as many as allowed. */
export async function settle(index: IndexReader, matches: Matches, doubt: Doubt): Promise<Settled> {
  const doubtful = [...matches.open, ...(doubt.all ? matches.pages.keys() : [])];
  const most = doubt.limit === Number.POSITIVE_INFINITY ? doubtful.length : DOUBTFUL;
  const pages = new Map(matches.pages);
  await inTurns(doubtful.slice(0, most), async (page) => {
    const { meta, content } = await index.fragment(page);
    const text = `${meta.title}\n\n${content}`;
    if (!doubt.test(text)) pages.delete(page);
    else if (!pages.has(page)) pages.set(page, readMatch(meta.title, text, doubt.word));
  });
  return { pages, exact: doubtful.length <= most };
}

const readMatch = (title: string, text: string, word: string): Match => ({
  nameAt: fold(title).indexOf(word),
  count: Math.max(1, fold(text).split(word).length - 1),
});
