/** The way on where a query finds nothing: words that are part of it, words near it, other pages. */
import { nearest, type Parts } from '../search.ts';
import { element } from './dom.ts';

const site = new URL('../', import.meta.url).pathname;

/** 没有“路灯坏了”，按其中的“路灯”查： */
export const partsHead = (query: string, { words }: Parts): string =>
  `没有“${query}”，按其中的${words.map((word) => `“${word}”`).join('和')}查：`;

/** A button that looks like a link. */
export function button(words: string, act: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'as-link' }, words);
  made.addEventListener('click', act);
  return made;
}

/** Words to search instead, apart from one another; nothing where there are none. */
export const wordButtons = (
  head: string,
  words: readonly string[],
  search: (word: string) => void,
): Node[] =>
  words.length === 0
    ? []
    : [
        element(
          'span',
          { class: 'search-words' },
          head,
          ...words.map((word) => button(word, () => search(word))),
        ),
      ];

/** Other parts of the query, and words near it that are none of these. */
export async function otherWords(query: string, { words, others }: Parts, search: (word: string) => void) {
  const shown = new Set([...words, ...others, words.join(' ')]);
  const near = (await nearest(query)).filter((word) => !shown.has(word));
  return [...wordButtons('也可以只查：', others, search), ...wordButtons('相近的词：', near, search)];
}

/** Pages that lead to every duty without a word. */
export const otherWays = (): (Node | string)[] => [
  '也可以按',
  element('a', { href: `${site}categories/` }, '类别'),
  '或',
  element('a', { href: `${site}departments/` }, '部门'),
  '查。',
];
