/** What is filtered by, above the results: each value goes with one press, filters folded or not. */
import { FACET_KEYS, type Facet } from '../layout.ts';
import type { FacetCount } from '../search.ts';
import { element } from './dom.ts';
import type { State } from './state.ts';

type Chosen = State['filters'];

/** Replaces the chips by those of these filters; focus that was on one of them goes to the first, or to `after`. */
export function showChips(
  place: HTMLElement,
  counts: Record<Facet, FacetCount[]>,
  chosen: Chosen,
  about: { after: HTMLElement; filterBy: (wanted: Chosen) => void },
) {
  const hadFocus = place.contains(document.activeElement);
  const chips = FACET_KEYS.flatMap((key) =>
    chosen[key].map((value) => {
      const label = counts[key].find(({ id, label }) => id === value || label === value)?.label ?? value;
      const without = { ...chosen, [key]: chosen[key].filter((other) => other !== value) };
      return chip(`${label} ✕`, { 'aria-label': `去掉筛选：${label}` }, () => about.filterBy(without));
    }),
  );
  place.replaceChildren(...chips);
  if (hadFocus) (chips[0] ?? about.after).focus();
}

function chip(words: string, attributes: Record<string, string>, act: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'chip', ...attributes }, words);
  made.addEventListener('click', act);
  return made;
}
