/** The portal's page in the browser: finds a township's site, and searches one site or, when asked to, all of them. */
import { recall, remember } from '../scripts/storage.ts';
import { kept, once } from '../search/memo.ts';
import { element, markedText, onTyping } from '../search/ui/dom.ts';
import { FAILED } from '../search/ui/waiting.ts';
import { type Answer, type Hit, openSearch } from './search.ts';
import type { Portal, Site, TownshipPlace } from './sites.ts';

/** Other portals on the host have sites of their own. */
const KEPT = `${new URL('.', import.meta.url).pathname} portal-site`;
const MOST = 20;

async function get<T>(file: string): Promise<T> {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response.json();
}

const find = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const [form, field, choice, found] = [
  find<HTMLFormElement>('search'),
  find<HTMLInputElement>('q'),
  find<HTMLSelectElement>('in'),
  find('found'),
];
const getSites = once(() => get<Portal['sites']>('sites.json'));
const getTownships = once(() => get<TownshipPlace[]>('townships.json'));
const openAlone = kept((own: Site) => openSearch(own, []));
const openTogether = kept(async (own: Site) => openSearch(own, await getSites()));
let turn = 0;

choice.addEventListener('change', () => remember(KEPT, choice.value));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', `?${new URLSearchParams({ q: field.value, in: choice.value })}`);
  void show(asked(), false);
});
addEventListener('popstate', fromAddress);
findTownships(find<HTMLInputElement>('township'), find('townships'));
fromAddress();

/** Shows what the address asks for; without this script the form itself asks that way. */
function fromAddress() {
  const address = new URLSearchParams(location.search);
  choice.value = address.get('in') ?? recall(KEPT) ?? choice.value;
  field.value = address.get('q') ?? field.value;
  found.replaceChildren();
  if (address.has('q')) void show(asked(), false);
  else turn++; // nothing that is still on its way is wanted
}

interface Asked {
  query: string;
  place: number;
}

function asked(): Asked {
  return { query: field.value, place: Number(choice.value) };
}

/** Searches the chosen site, or it and all others; what it has itself stands there until these have answered. */
async function show({ query, place }: Asked, everywhere: boolean) {
  const mine = ++turn;
  const print = (...lines: HTMLElement[]) => mine === turn && found.replaceChildren(...lines);
  print(element('p', {}, '正在搜索…'));
  try {
    const sites = await getSites();
    const own = sites[place] as Site;
    const alone = results(await (await openAlone(own)).ask(query, MOST), own.name);
    if (!everywhere) return print(...alone, widen({ query, place }, sites));
    print(element('p', {}, '正在搜索其他地方…'), ...alone);
    print(...(await together(own, sites, query).catch(() => [element('p', {}, OTHERS_FAILED), ...alone])));
  } catch {
    print(element('p', {}, FAILED));
  }
}

/** What all sites have that gave an answer. */
async function together(own: Site, sites: readonly Site[], query: string): Promise<HTMLElement[]> {
  const { ask, missing } = await openTogether(own);
  const found = results(await ask(query, MOST), `${sites.length - missing.length} 个地方`);
  return missing.length > 0 ? [...found, element('p', {}, missingWords(missing))] : found;
}

/** 在全部 14 个地方搜索: only this loads the other indexes. */
function widen(what: Asked, sites: readonly Site[]): HTMLElement {
  const button = element('button', { type: 'button', id: 'everywhere' }, `在全部 ${sites.length} 个地方搜索`);
  button.addEventListener('click', () => void show(what, true));
  return element('p', {}, button);
}

const OTHERS_FAILED = '没有取到其他地方的内容，刷新本页可以再试。';

const missingWords = (sites: readonly Site[]): string =>
  `没有取到${sites.map(({ name }) => name).join('、')}的内容，刷新本页可以再试。`;

const results = ({ hits, total, exact }: Answer, where: string): HTMLElement[] => [
  element('p', { class: 'count' }, `${where}：${exact ? '' : '约 '}${total} 项`),
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
  const update = async () => {
    if (input.value.trim() === '') return list.replaceChildren();
    const [sites, townships] = await Promise.all([getSites(), getTownships()]);
    const words = input.value.split(/\s+/).filter(Boolean);
    const isMeant = ([name, , site]: TownshipPlace) =>
      words.every((word) => `${sites[site]?.name} ${name}`.includes(word));
    const some = townships.filter(isMeant).slice(0, MOST);
    list.replaceChildren(
      ...some.map(([name, code, site]) =>
        element('li', {}, element('a', { href: `${sites[site]?.url}townships/${code}/` }, name)),
      ),
      ...(some.length === 0 ? [element('li', {}, '没有这样的乡镇，请只输入名字中的几个字')] : []),
    );
  };
  const say = () => list.replaceChildren(element('li', {}, FAILED));
  onTyping(input, () => update().catch(say));
  void update().catch(say); // what was typed before this script was there
}
