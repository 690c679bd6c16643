/** The filters of the search page, each value with how many results it would leave. */
import { FACET_KEYS, FACETS, type Facet } from '../layout.ts';
import type { FacetCount } from '../search.ts';
import { element } from './dom.ts';
import type { State } from './state.ts';

/** Shown before the rest is asked for; what is chosen is always shown. */
const SHORT = 8;

/** Replaces the filters by those of these counts; focus stays on the value it was on. */
export function showFilters(place: Element, counts: Record<Facet, FacetCount[]>, chosen: State['filters']) {
  const focused = document.activeElement?.id;
  const open = new Set(Array.from(place.querySelectorAll('details[open]'), ({ id }) => id));
  place.replaceChildren(...FACET_KEYS.flatMap((key) => facet(key, counts[key], chosen[key], open)));
  if (focused?.startsWith('filter-')) document.getElementById(focused)?.focus();
}

/** None where no value would leave a result. */
function facet(
  key: Facet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
  open: ReadonlySet<string>,
) {
  const useful = counts.filter(({ id, count }) => count > 0 || chosen.includes(id));
  const ordered = [...useful].sort((a, b) => (key === 'list' ? 0 : b.count - a.count));
  const first = ordered.filter(({ id }, at) => at < SHORT || chosen.includes(id));
  const inOrder = key === 'township' ? useful : ordered; // of very many one is looked for by its place
  const rest = inOrder.filter((value) => !first.includes(value));
  const box = (value: FacetCount) => checkbox(key, value, chosen.includes(value.id));
  const more = element(
    'details',
    { id: `filter-more-${key}`, open: open.has(`filter-more-${key}`) },
    element('summary', {}, `另外 ${rest.length} 个`),
    ...rest.map(box),
  );
  if (first.length === 0) return [];
  return [
    element(
      'fieldset',
      {},
      element('legend', {}, FACETS[key]),
      ...first.map(box),
      ...(rest.length > 0 ? [more] : []),
    ),
  ];
}

function checkbox(key: Facet, { id, label, count }: FacetCount, checked: boolean): HTMLElement {
  const input = element('input', {
    type: 'checkbox',
    name: key,
    value: id,
    id: `filter-${key}-${id}`,
    checked,
  });
  return element('label', {}, input, ` ${label} `, element('small', {}, String(count)));
}
