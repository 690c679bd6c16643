/** The portal's page in the browser: finds a township's site, and searches one site or, when asked to, all of them. */
import { element, markedText, onTyping } from '../search/ui/dom.ts';
import { type Answer, type Hit, openSearch, type PortalSearch } from './search.ts';
import type { Portal, Site, TownshipPlace } from './sites.ts';

const KEPT = 'portal-site';
const MOST = 20;

const get = async <T>(file: string): Promise<T> => (await fetch(new URL(file, import.meta.url))).json();
const find = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const [form, field, choice, found] = [
  find<HTMLFormElement>('search'),
  find<HTMLInputElement>('q'),
  find<HTMLSelectElement>('in'),
  find('found'),
];
const sites = await get<Portal['sites']>('sites.json');
const opened = new Map<Site, Promise<PortalSearch>>();

choice.value = localStorage.getItem(KEPT) ?? '0';
choice.addEventListener('change', () => localStorage.setItem(KEPT, choice.value));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show([]);
});
findTownships(find<HTMLInputElement>('township'), find('townships'));

/** Searches the chosen site, and others with it. */
async function show(others: readonly Site[]) {
  const own = sites[Number(choice.value)];
  if (!own) return;
  found.replaceChildren(element('p', {}, '正在搜索…'));
  if (!opened.has(own)) opened.set(own, openSearch(own));
  const search = await (opened.get(own) as Promise<PortalSearch>);
  await search.add(others);
  const answer = await search.ask(field.value, MOST);
  const where = others.length > 0 ? `${sites.length} 个地方` : own.name;
  found.replaceChildren(...results(answer, where), ...(others.length > 0 ? [] : [widen(own)]));
}

/** 在全部 14 个地方搜索: only this loads the other indexes. */
function widen(own: Site): HTMLElement {
  const button = element('button', { type: 'button', id: 'everywhere' }, `在全部 ${sites.length} 个地方搜索`);
  button.addEventListener('click', () => void show(sites.filter((site) => site !== own)));
  return element('p', {}, button);
}

const results = ({ hits, candidates }: Answer, where: string): HTMLElement[] => [
  element('p', { class: 'count' }, `${where}：${candidates > hits.length ? '约 ' : ''}${candidates} 项`),
  element('ol', { class: 'results' }, ...hits.map(resultLine)),
];

const resultLine = ({ url, title, place, passage }: Hit): HTMLElement =>
  element(
    'li',
    {},
    element('a', { href: url }, title),
    element('p', { class: 'soft' }, place),
    element('p', {}, ...markedText(passage.text, passage.marks)),
  );

/** Townships by a part of their names; the list of all is loaded when somebody types. */
function findTownships(input: HTMLInputElement, list: HTMLElement) {
  let all: Promise<TownshipPlace[]> | undefined;
  onTyping(input, async () => {
    all ??= get<TownshipPlace[]>('townships.json');
    const named = input.value.trim();
    const some = named === '' ? [] : (await all).filter(([name]) => name.includes(named)).slice(0, MOST);
    list.replaceChildren(
      ...some.map(([name, code, site]) =>
        element('li', {}, element('a', { href: `${sites[site]?.url}townships/${code}/` }, name)),
      ),
    );
  });
}
