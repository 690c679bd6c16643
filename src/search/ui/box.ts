/** The search box: the field of its frame as a combobox, with a list of results. */
import { anew, engine, type Found, find, findParts, nearest, type Parts, prepare } from '../search.ts';
import { BADGES } from './badges.ts';
import { element, isComposing, onTyping } from './dom.ts';
import type { Frame } from './frame.ts';
import {
  aboutLine,
  expansionWords,
  passageLine,
  type Shown,
  shownGroups,
  titleLine,
  withMarks,
} from './results.ts';
import { FAILED, sayOnly, sayWaiting } from './waiting.ts';
import { otherWays, otherWords, partsHead } from './words.ts';

const MOST = 8;

const list = element('div', { role: 'listbox', id: 'search-list', 'aria-label': '搜索结果' });
const notice = element('p', { class: 'search-notice' });
const all = element('a', { class: 'search-all' }, '全部结果与筛选');

let field: HTMLInputElement;
let status: HTMLElement;
let searchPage = '';
let turn = 0;
let active = -1;

/** Makes the frame search, and begins with what was typed before; `page` is the address of the search page. */
export function searchIn(frame: Frame, page: string) {
  ({ field, status } = frame);
  searchPage = page;
  field.setAttribute('aria-controls', list.id);
  frame.dialog.append(notice, list, element('p', {}, all));
  onTyping(field, update);
  field.addEventListener('keydown', onKey);
  engine().catch(() => {}); // while the query is typed; a search will tell of a failure
  if (frame.composing()) status.textContent = '';
  else update();
}

function onKey(event: KeyboardEvent) {
  if (isComposing(event)) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    activate(active + (event.key === 'ArrowDown' ? 1 : -1));
  } else if (event.key === 'Enter' && active >= 0) {
    event.preventDefault();
    (list.children[active] as HTMLElement | undefined)?.click();
  }
}

/** Moves through the options; before the first and after the last lies the field itself. */
function activate(index: number) {
  const count = list.children.length;
  active = index >= count ? -1 : index < -1 ? count - 1 : index;
  Array.from(list.children).forEach((option, at) => {
    option.setAttribute('aria-selected', String(at === active));
  });
  const option = list.children[active];
  if (!option) return field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

/** What a query finds, or if that is nothing what parts of it find, ready to be shown. */
async function look(query: string) {
  const asked = await find(query, { limit: MOST });
  const { rest, filters } = asked;
  const parts = asked.unfiltered.length > 0 ? null : await findParts(rest, { filters, limit: MOST });
  const found = parts?.found ?? asked;
  return { asked, parts, found, ...(await shownGroups(found, 0, MOST)) };
}

async function update() {
  const mine = ++turn;
  const query = field.value.trim();
  all.href = query === '' ? searchPage : `${searchPage}?${new URLSearchParams({ q: query })}`;
  if (query === '') return show([], '');
  const waiting = sayWaiting(status, () => mine === turn);
  try {
    const { asked, parts, found, shown, words } = await anew(() => look(query));
    if (mine !== turn) return;
    sayOnly(status, found);
    const { rest, lists } = asked;
    if (shown.length === 0) return await nothing(query, mine);
    const note = [...listNotes(lists), ...(parts ? await partsNotes(rest, parts) : notes(found, query))];
    if (mine !== turn) return;
    show(
      shown.map((one, index) => option(one, found, index)),
      parts ? partsHead(rest, parts) + words : words,
      note,
    );
    setTimeout(prepare, 500); // pinyin and nearest words, should they be wanted
  } catch {
    if (mine === turn) show([], FAILED);
  } finally {
    clearTimeout(waiting);
  }
}

/** 只看：上级收回 */
const listNotes = (lists: readonly string[]): string[] =>
  lists.length === 0 ? [] : [`只看：${lists.map((one) => BADGES[one] ?? one).join('、')}。`];

/** What was searched beside the words typed, and a link to search for these alone. */
function notes({ expanded }: Found, query: string): (Node | string)[] {
  if (expanded.length === 0) return [];
  const href = `${searchPage}?${new URLSearchParams({ q: query, literal: '1' })}`;
  return [`${expansionWords(expanded)}。`, element('a', { href }, '只查原样的字')];
}

/** The same where only a part of the query was searched, with other parts to search. */
const partsNotes = async (query: string, parts: Parts): Promise<(Node | string)[]> => [
  ...(parts.found.expanded.length > 0 ? [`${expansionWords(parts.found.expanded)}。`] : []),
  ...(await otherWords(query, parts, searchFor)),
];

function searchFor(word: string) {
  field.value = word;
  field.focus();
  update();
}

function show(options: HTMLElement[], words: string, note: (Node | string)[] = []) {
  list.replaceChildren(...options);
  field.setAttribute('aria-expanded', String(options.length > 0));
  status.textContent = words;
  notice.replaceChildren(...note);
  activate(-1);
}

async function nothing(query: string, mine: number) {
  const words = await nearest(query);
  if (mine !== turn) return;
  const options = words.map((word, index) => {
    const made = element(
      'div',
      { role: 'option', id: `search-option-${index}`, 'aria-selected': 'false' },
      `查“${word}”`,
    );
    made.addEventListener('click', () => searchFor(word));
    return made;
  });
  const near = words.length > 0 ? '相近的词：' : '';
  show(options, `没有找到“${query}”。${near}`, otherWays());
}

function option({ result, others, rest }: Shown, { marks }: Found, index: number): HTMLElement {
  const count = others.length + rest.length;
  const more = count > 0 ? [element('span', { class: 'more' }, `对应事项另有 ${count} 处`)] : [];
  return element(
    'a',
    {
      role: 'option',
      id: `search-option-${index}`,
      href: withMarks(result.url, marks),
      tabindex: '-1',
      'aria-selected': 'false',
    },
    element('span', { class: 'title' }, ...titleLine(result)),
    aboutLine(result),
    ...(result.excerpt ? [passageLine(result)] : []),
    ...more,
  );
}
