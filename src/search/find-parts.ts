/** What parts of a query find, where the whole finds nothing. */
import { type Engine, type Found, type Options, simplify } from './engine.ts';
import { inTurns } from './in-turns.ts';
import type { Core, Hints } from './layout.ts';
import { LOOKED_AT } from './query/nearest.ts';
import { choices, type KnownWords, knownWords, partsIn } from './query/parts.ts';
import { queryWords } from './query/word.ts';

/** What some words of a query find together, and other words of it that find something. */
export interface Parts {
  words: string[];
  found: Found;
  others: string[];
}

const knownOf = new WeakMap<Hints, KnownWords>();

function knownIn(hints: Hints, { synonyms, counties }: Core): KnownWords {
  const others = [...synonyms.map(([say = '']) => say), ...Object.values(counties)];
  const known = knownOf.get(hints) ?? knownWords(hints, others);
  knownOf.set(hints, known);
  return known;
}

/** As many known words of the query together as find something; null where none does. */
export async function findParts(engine: Engine, query: string, options: Options): Promise<Parts | null> {
  const { core, find } = engine;
  const hints = await engine.hints();
  const known = knownIn(hints, core);
  const finds = async (text: string) => (await find(text)).unfiltered.length > 0;
  const typed = queryWords(simplify(query, hints.traditional)).map(({ text }) => text.slice(0, LOOKED_AT));
  const cut = await inTurns(typed, async (text) =>
    typed.length > 1 && (await finds(text)) ? [text] : partsIn(text, known),
  );
  const parts = [...new Set(cut.flat())];
  for (const words of choices(parts, known)) {
    const found = await find(words.join(' '), options);
    if (found.unfiltered.length === 0) continue;
    const others = parts.filter((part) => words.length > 1 || part !== words[0]);
    const useful = await inTurns(others, async (text) => ((await finds(text)) ? [text] : []));
    return { words, found, others: useful.flat() };
  }
  return null;
}
