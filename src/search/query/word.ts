/** One word of a query: its characters, and where punctuation was typed between them. */
import { foldCharacter } from '../fold.ts';
import type { Steps } from './match.ts';

export interface QueryWord {
  typed: string;
  /** Folded; "" where only punctuation was typed. */
  text: string;
  steps: Steps;
  /** Punctuation was typed, inside or at an end. */
  punctuated: boolean;
}

export function queryWord(typed: string): QueryWord {
  const steps: boolean[] = [];
  let text = '';
  let across = false;
  let punctuated = false;
  for (const character of typed) {
    const plain = foldCharacter(character);
    if (plain === '') {
      across = true;
      punctuated = true;
    }
    for (const one of plain) {
      if (text !== '') steps.push(across);
      text += one;
      across = false;
    }
  }
  return { typed, text, steps, punctuated };
}

const QUOTES = ['“”', '""', '＂＂', '「」', '『』', '‘’', "''"];

/** A query without the one pair of quotation marks around all of it: the words are meant, not the marks. */
export function unquoted(query: string): string {
  const whole = query.trim();
  const pair = whole.charAt(0) + whole.charAt(whole.length - 1);
  const inside = whole.slice(1, -1);
  const isOne = QUOTES.includes(pair) && !Array.from(pair).some((mark) => inside.includes(mark));
  return isOne && inside.trim() !== '' ? inside : query;
}

/** The words of a query; those of punctuation alone ask for nothing. */
export const queryWords = (query: string): QueryWord[] =>
  query
    .split(/\s+/u)
    .map(queryWord)
    .filter(({ text }) => text !== '');
