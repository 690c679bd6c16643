/** The portal's page in the browser: finds a township's site, and searches one site or, when asked to, all of them. */
import { recall, remember } from '../scripts/storage.ts';
import { kept, once } from '../search/memo.ts';
import { element, markedText, onTyping } from '../search/ui/dom.ts';
import { FAILED } from '../search/ui/waiting.ts';
import { type Answer, type Hit, openSearch, STEP } from './search.ts';
import type { Portal, Site, TownshipPlace } from './sites.ts';

/** Other portals on the host have sites of their own. */
const KEPT = `${new URL('.', import.meta.url).pathname} portal-site`;
/** So many townships are named for a part of their names. */
const MOST = 20;

async function get<T>(file: string): Promise<T> {
  const response = await fetch(new URL(file, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return response.json();
}

const find = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

const [form, field, choice] = [
  find<HTMLFormElement>('search'),
  find<HTMLInputElement>('q'),
  find<HTMLSelectElement>('in'),
];
const [status, list, more, everywhere] = [find('status'), find('results'), find('more'), find('everywhere')];
const getSites = once(() => get<Portal['sites']>('sites.json'));
const getTownships = once(() => get<TownshipPlace[]>('townships.json'));
const openAlone = kept((own: Site) => openSearch(own, []));
const openTogether = kept(async (own: Site) => openSearch(own, await getSites()));
let turn = 0;

choice.addEventListener('change', () => remember(KEPT, choice.value));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', `?${new URLSearchParams({ q: field.value, in: choice.value })}`);
  void show(field.value, Number(choice.value));
});
addEventListener('popstate', fromAddress);
findTownships(find<HTMLInputElement>('township'), find('townships'));
fromAddress();

/** Shows what the address asks for; without this script the form itself asks that way. */
function fromAddress() {
  const address = new URLSearchParams(location.search);
  choice.value = address.get('in') ?? recall(KEPT) ?? choice.value;
  field.value = address.get('q') ?? field.value;
  if (address.get('q')) return void show(field.value, Number(choice.value));
  turn++; // nothing that is still on its way is wanted
  clear();
}

/** Whose results stand there, and what is said before their number. */
interface Shown {
  where: string;
  answer: Answer;
  notes: string[];
}

/** Searches the chosen site and nothing else. */
async function show(query: string, place: number) {
  const mine = ++turn;
  clear('正在搜索…');
  try {
    const sites = await getSites();
    const own = sites[place] as Site;
    const answer = await (await openAlone(own)).ask(query);
    if (mine !== turn) return;
    const alone = { where: own.name, answer, notes: [] };
    print(alone);
    everywhere.hidden = sites.length < 2;
    everywhere.onclick = () => void showAll(query, own, sites, alone);
  } catch {
    if (mine === turn) say(FAILED);
  }
}

/** Searches all sites: only this loads the other indexes. What the chosen one has stands there until these have answered. */
async function showAll(query: string, own: Site, sites: readonly Site[], alone: Shown) {
  const mine = ++turn;
  say('正在搜索其他地方…', countOf(alone));
  status.focus(); // the button goes
  everywhere.hidden = more.hidden = true;
  try {
    const { ask, missing } = await openTogether(own);
    const answer = await ask(query);
    const answering = sites.length - missing.length;
    const where = answering > 1 ? `${answering} 个地方` : own.name;
    if (mine === turn) print({ where, answer, notes: missing.length > 0 ? [missingWords(missing)] : [] });
  } catch {
    if (mine === turn) print({ ...alone, notes: [OTHERS_FAILED] });
  }
}

function clear(...words: string[]) {
  say(...words);
  list.replaceChildren();
  more.hidden = everywhere.hidden = true;
}

function say(...lines: string[]) {
  status.replaceChildren(...lines.map((line) => element('p', {}, line)));
}

/** Results from the first, in place of what stands there. */
function print(shown: Shown) {
  list.replaceChildren();
  add(shown);
}

/** Further results, how many there are now of how many, and the way to the rest. */
function add(shown: Shown) {
  const { hits, total, exact } = shown.answer;
  list.append(...hits.map(resultLine));
  say(...shown.notes, countOf(shown));
  const left = total - list.children.length;
  more.hidden = left <= 0;
  more.textContent = `再看 ${Math.min(left, STEP)} 项（${exact ? '' : '约'}还有 ${left} 项）`;
  more.onclick = () => void showMore(shown, turn);
}

/** Adds the next results to those of this turn; asked for again while they are on their way, they come once. */
async function showMore(shown: Shown, mine: number) {
  const first = list.children.length;
  try {
    const answer = await shown.answer.next();
    if (mine !== turn || list.children.length > first) return;
    add({ ...shown, answer });
    (list.children[first]?.querySelector('a') ?? status).focus();
  } catch {
    if (mine === turn) say(FAILED);
  }
}

/** 喀什地区：30 项，先列出 20 项 */
function countOf({ where, answer: { total, exact } }: Shown): string {
  const { length } = list.children;
  return `${where}：${exact ? '' : '约 '}${total} 项${length < total ? `，先列出 ${length} 项` : ''}`;
}

const OTHERS_FAILED = '没有取到其他地方的内容，刷新本页可以再试。';

const missingWords = (sites: readonly Site[]): string =>
  `没有取到${sites.map(({ name }) => name).join('、')}的内容，刷新本页可以再试。`;

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
    const meant = townships.filter(isMeant);
    list.replaceChildren(
      ...meant
        .slice(0, MOST)
        .map(([name, code, site]) =>
          element('li', {}, element('a', { href: `${sites[site]?.url}townships/${code}/` }, name)),
        ),
      ...(meant.length === 0 ? [element('li', {}, '没有这样的乡镇，请只输入名字中的几个字')] : []),
      ...(meant.length > MOST ? [element('li', {}, `还有 ${meant.length - MOST} 个，请再输入几个字`)] : []),
    );
  };
  const say = () => list.replaceChildren(element('li', {}, FAILED));
  onTyping(input, () => update().catch(say));
  void update().catch(say); // what was typed before this script was there
}
