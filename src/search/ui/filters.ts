/** The filters of the search page, each value with how many results it would leave. */
import { FACET_KEYS, FACETS, type Facet } from '../layout.ts';
import type { FacetCount } from '../search.ts';
import { element } from './dom.ts';
import type { State } from './state.ts';

/** Shown before the rest is asked for; what is chosen is always shown. */
const SHORT = 8;
/** Of more townships, each is looked for below its county. */
const MANY = 20;

/** What stands where the filters are, and how. */
interface About {
  chosen: State['filters'];
  /** Names of counties by their codes. */
  counties: Record<string, string>;
}

/** Replaces the filters by those of these counts; focus stays on the value it was on. */
export function showFilters(place: Element, counts: Record<Facet, FacetCount[]>, about: About) {
  const focused = document.activeElement?.id;
  const open = new Set(Array.from(place.querySelectorAll('details[open]'), ({ id }) => id));
  place.replaceChildren(...FACET_KEYS.flatMap((key) => facet(key, counts[key], about)));
  for (const folded of place.querySelectorAll('details')) folded.open = open.has(folded.id);
  if (focused?.startsWith('filter-')) document.getElementById(focused)?.focus();
}

/** None where no value would leave a result. */
function facet(key: Facet, counts: readonly FacetCount[], { chosen, counties }: About): HTMLElement[] {
  const wanted = chosen[key];
  const useful = counts.filter(({ id, count }) => count > 0 || wanted.includes(id));
  if (useful.length === 0) return [];
  const box = (value: FacetCount) => checkbox(key, value, wanted.includes(value.id));
  const isMany = key === 'township' && useful.length > MANY;
  const ordered = [...useful].sort((a, b) => (key === 'list' ? 0 : b.count - a.count));
  const first = isMany
    ? useful.filter(({ id }) => wanted.includes(id))
    : ordered.filter(({ id }, at) => at < SHORT || wanted.includes(id));
  const inOrder = key === 'township' ? useful : ordered; // of very many one is looked for by its place
  const rest = inOrder.filter((value) => !first.includes(value));
  const folded = isMany
    ? fold(`filter-more-${key}`, `按县市找（${rest.length} 个乡镇）`, byCounty(rest, counties, box))
    : fold(`filter-more-${key}`, `另外 ${rest.length} 个`, rest.map(box));
  return [
    element(
      'fieldset',
      {},
      element('legend', {}, FACETS[key]),
      ...first.map(box),
      ...(rest.length > 0 ? [folded] : []),
    ),
  ];
}

const fold = (id: string, words: string, content: readonly HTMLElement[]): HTMLElement =>
  element('details', { id }, element('summary', {}, words), ...content);

/** 温宿县（12）, and below it its townships. */
function byCounty(
  townships: readonly FacetCount[],
  counties: About['counties'],
  box: (value: FacetCount) => HTMLElement,
): HTMLElement[] {
  return Object.entries(counties).flatMap(([code, name]) => {
    const own = townships.filter(({ id }) => id.startsWith(code));
    return own.length === 0 ? [] : [fold(`filter-county-${code}`, `${name}（${own.length}）`, own.map(box))];
  });
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
