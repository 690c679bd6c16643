/** 我的乡镇 and what is filtered by, above the results: each goes with one press, filters folded or not. */
import { FACET_KEYS, type Facet } from '../layout.ts';
import type { FacetCount } from '../search.ts';
import { element } from './dom.ts';
import { mine } from './mine.ts';
import type { State } from './state.ts';

type Chosen = State['filters'];

/** Replaces the chips by those of these filters; focus that was on one of them goes to the first, or to `after`. */
export function showChips(
  place: HTMLElement,
  counts: Record<Facet, FacetCount[]>,
  chosen: Chosen,
  about: { after: HTMLElement; filterBy: (wanted: Chosen) => void },
) {
  const { filterBy } = about;
  const hadFocus = place.contains(document.activeElement);
  const own = counts.township.find(
    ({ id, count }) => id === mine() && (count > 0 || chosen.township.includes(id)),
  );
  const removable = FACET_KEYS.flatMap((key) =>
    chosen[key].flatMap((value) => {
      if (key === 'township' && value === own?.id) return [];
      const label = counts[key].find(({ id, label }) => id === value || label === value)?.label ?? value;
      const without = { ...chosen, [key]: chosen[key].filter((other) => other !== value) };
      return chip(`${label} ✕`, { 'aria-label': `去掉筛选：${label}` }, () => filterBy(without));
    }),
  );
  const chips = [...(own ? [ownChip(own, chosen, filterBy)] : []), ...removable];
  place.replaceChildren(...chips);
  if (hadFocus) (chips[0] ?? about.after).focus();
}

/** 只看昭苏县喀夏加尔镇, pressed while it is the only township wanted. */
function ownChip({ id, label }: FacetCount, chosen: Chosen, filterBy: (wanted: Chosen) => void): HTMLElement {
  const alone = chosen.township.length === 1 && chosen.township[0] === id;
  return chip(`只看${label}`, { 'aria-pressed': String(alone) }, () =>
    filterBy({ ...chosen, township: alone ? [] : [id] }),
  );
}

function chip(words: string, attributes: Record<string, string>, act: () => void): HTMLElement {
  const made = element('button', { type: 'button', class: 'chip', ...attributes }, words);
  made.addEventListener('click', act);
  return made;
}
