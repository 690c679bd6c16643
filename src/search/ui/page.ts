/** The search page: a field, filters with counts, results; its address says it all. */
import type { Facet } from '../layout.ts';
import { readLists } from '../query/list-name.ts';
import {
  anew,
  type Counterpart,
  counties,
  counts,
  type Found,
  find,
  findParts,
  nearest,
  type Options,
  type Parts,
  prepare,
} from '../search.ts';
import { writeAddress } from './address.ts';
import { BADGES } from './badges.ts';
import { showChips } from './chips.ts';
import { element, onTyping } from './dom.ts';
import { showFilters } from './filters.ts';
import {
  aboutLine,
  counterparts,
  expansionWords,
  passageLine,
  type Shown,
  shownGroups,
  titleLine,
  withMarks,
} from './results.ts';
import { readState, type State, writeState } from './state.ts';
import { FAILED, sayOnly, sayWaiting } from './waiting.ts';
import { button, otherWays, otherWords, partsHead, wordButtons } from './words.ts';

const STEP = 10;

const part = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = part<HTMLFormElement>('search-form');
const field = part<HTMLInputElement>('search-q');
const filters = part('search-filters');
const fold = part<HTMLDetailsElement>('search-fold');
const see = part<HTMLButtonElement>('search-see');
const wide = matchMedia('(min-width: 48em)');
const chips = part('search-chips');
const status = part('search-status');
const notice = part('search-notice');
const list = part<HTMLOListElement>('search-results');
const more = part<HTMLButtonElement>('search-more');

let state = readState(new URLSearchParams(location.search));
let turn = 0;

start();

function start() {
  onTyping(field, () => change({ query: field.value.trim(), literal: false }, 'replace'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change({ query: field.value.trim() }, 'push');
  });
  filters.addEventListener('change', () => filterBy(chosen()));
  addEventListener('popstate', () => {
    state = readState(new URLSearchParams(location.search));
    field.value = state.query;
    update();
  });
  see.addEventListener('click', () => {
    fold.open = false;
    status.focus();
  });
  // Beside the results; above them, on a phone, it waits to be asked.
  if (wide.matches) fold.open = true;
  wide.addEventListener('change', () => {
    fold.open = wide.matches;
  });
  const typed = field.value.trim(); // before this script was there
  field.value ||= state.query;
  if (typed) change({ query: typed, literal: false }, 'replace');
  else update();
}

/** A list that the query names is chosen with the others: from now on by them alone. */
function filterBy(wanted: State['filters']) {
  const { rest, lists } = state.literal ? { rest: state.query, lists: [] } : readLists(state.query);
  if (lists.length > 0) field.value = rest;
  change({ query: lists.length > 0 ? rest : state.query, filters: wanted }, 'push');
}

function chosen(): State['filters'] {
  const values = new FormData(form);
  const of = (key: Facet) => values.getAll(key).map(String);
  return {
    township: of('township'),
    list: of('list'),
    category: of('category'),
    department: of('department'),
  };
}

function change(changes: Partial<State>, how: 'push' | 'replace') {
  const before = writeState(state).toString();
  state = { ...state, ...changes };
  const after = writeState(state).toString();
  const address = after === '' ? location.pathname : `?${after}`;
  writeAddress(address, after === before ? 'replace' : how);
  update();
}

/** What a query finds, or if that is nothing what parts of it find, ready to be shown. */
async function look(query: string, options: Options) {
  const asked = await find(query, options);
  const within = { ...options, filters: asked.filters };
  const parts = asked.unfiltered.length > 0 || options.literal ? null : await findParts(asked.rest, within);
  const found = parts?.found ?? asked;
  const [facetCounts, page] = await Promise.all([counts(found), shownGroups(found, 0, STEP)]);
  return { asked, parts, found, facetCounts, page };
}

async function update() {
  const mine = ++turn;
  const { query, literal } = state;
  const options = { filters: state.filters, literal, limit: STEP };
  const waiting = sayWaiting(status, () => mine === turn);
  list.setAttribute('aria-busy', 'true');
  try {
    const { asked, parts, found, facetCounts, page } = await anew(() => look(query, options));
    if (mine !== turn) return;
    const { rest, lists } = asked;
    clearTimeout(waiting); // what follows says more, and goes on for a while
    sayOnly(status, found);
    const applied = { ...state.filters, list: [...new Set([...state.filters.list, ...lists])] };
    showFilters(filters, facetCounts, { chosen: applied, counties: counties(found) });
    showChips(chips, facetCounts, applied, { after: status, filterBy });
    const chosenCount = Object.values(applied).flat().length;
    fold.firstElementChild?.replaceChildren(chosenCount > 0 ? `筛选（已选 ${chosenCount} 项）` : '筛选');
    status.textContent = rest === '' ? `共 ${found.pages.length} 项，可按条件筛选` : page.words;
    see.textContent = `看结果（${found.pages.length}）`;
    showNotice(found, parts === null);
    list.replaceChildren(...page.shown.map((shown) => item(shown, found)));
    offerMore(found, page.groups, mine);
    if (found.pages.length === 0) await nothing(rest, found, mine);
    else if (parts) await showParts(rest, parts, mine);
    setTimeout(prepare, 500); // pinyin and nearest words, should they be wanted
  } catch {
    if (mine === turn) fail();
  } finally {
    clearTimeout(waiting);
    if (mine === turn) list.removeAttribute('aria-busy');
  }
}

/** Says that there is no answer; what was found before is none. */
function fail() {
  status.textContent = FAILED;
  notice.replaceChildren();
  list.replaceChildren();
  more.hidden = true;
}

/** What was searched beside the words typed, and the way to search for these alone. */
function showNotice({ expanded }: Found, asTyped: boolean) {
  notice.replaceChildren();
  if (state.literal)
    notice.append(
      '只按原样的字查。',
      button('也查同义的说法', () => change({ literal: false }, 'push')),
    );
  else if (expanded.length > 0)
    notice.append(
      `${expansionWords(expanded)}。`,
      ...(asTyped ? [button('只查原样的字', () => change({ literal: true }, 'push'))] : []),
    );
}

/** Says that what stands there was found by a part of the query only, and offers other parts. */
async function showParts(query: string, parts: Parts, mine: number) {
  status.prepend(partsHead(query, parts));
  const words = await otherWords(query, parts, searchFor);
  if (mine === turn) notice.append(...words);
}

function offerMore(found: Found, groups: number, mine: number) {
  const left = groups - list.children.length;
  more.hidden = left <= 0;
  more.textContent = `再看 ${Math.min(left, STEP)} 条（还有 ${left} 条）`;
  more.onclick = () => showMore(found, groups, mine);
}

/** Adds the next results to those of this turn; asked for again while they are on their way, they come once. */
async function showMore(found: Found, groups: number, mine: number) {
  const first = list.children.length;
  try {
    const { shown } = await shownGroups(found, first, STEP);
    if (mine !== turn || list.children.length > first) return;
    list.append(...shown.map((one) => item(one, found)));
    list.children[first]?.querySelector('a')?.focus();
    offerMore(found, groups, mine);
  } catch {
    if (mine === turn) status.textContent = FAILED;
  }
}

/** Says that nothing is there: under these filters, or at all, and then what else there is. */
async function nothing(query: string, { unfiltered }: Found, mine: number) {
  const filtered = unfiltered.length > 0;
  const where = filtered ? '按这些条件' : '';
  status.textContent = query === '' ? '没有符合条件的事项。' : `${where}没有找到“${query}”。`;
  const words = filtered || query === '' ? [] : await nearest(query);
  if (mine !== turn) return;
  const all = { township: [], list: [], category: [], department: [] };
  notice.replaceChildren(
    ...(filtered
      ? [button('去掉筛选条件', () => filterBy(all))]
      : [...wordButtons('相近的词：', words, searchFor), ...otherWays()]),
  );
}

function searchFor(word: string) {
  field.value = word;
  change({ query: word, literal: false }, 'push');
  field.focus();
}

function item({ result, others, rest }: Shown, found: Found): HTMLElement {
  const { marks } = found;
  return element(
    'li',
    {},
    element('a', { class: 'title', href: withMarks(result.url, marks) }, ...titleLine(result)),
    aboutLine(result),
    ...(result.excerpt ? [passageLine(result)] : []),
    ...(others.length > 0
      ? [element('span', { class: 'more' }, '对应事项（由本站比对）：', ...places(others, marks))]
      : []),
    ...(rest.length > 0 ? [moreOf(rest, found)] : []),
  );
}

const places = (others: readonly Counterpart[], marks: readonly string[]): (Node | string)[] =>
  others.flatMap(({ url, township, list: slug }) => [
    element('a', { href: withMarks(url, marks) }, `${township}（${BADGES[slug] ?? slug}）`),
    ' ',
  ]);

/** The rest of a duty's places, loaded when it is opened. */
function moreOf(pages: readonly number[], found: Found): HTMLElement {
  const rest = element('span');
  const load = async () => {
    rest.replaceChildren(
      ...(await counterparts(found, pages).then(
        (all) => places(all, found.marks),
        () => [FAILED],
      )),
    );
  };
  const details = element(
    'details',
    { class: 'more' },
    element('summary', {}, `对应事项另有 ${pages.length} 处`),
    rest,
  );
  details.addEventListener('toggle', () => details.open && load());
  return details;
}
