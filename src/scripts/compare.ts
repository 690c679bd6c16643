/**
 * Choosing townships in a matrix: ?t=654026101,654002203 in the address, and ?show=differ for the filter. Cells that
 * are not on the page are fetched.
 */
import { once } from '../search/memo.ts';
import { leftWords } from './left-words.ts';

type Cell = [anchor: string, list: string, number: number, note: string];
type Cells = Record<string, Cell[]>;
/** A township's duty in a row. */
interface Holder {
  code: string;
  cell: Cell;
}

const WORDS: Record<string, string> = { basic: '基本', cooperative: '配合', reclaimed: '收回' };
const TAKEN_IN = '并入';
/** With more columns the table scrolls sideways in its own box. */
const FITTING = 6;
/** With more, where columns are fetched, the others stay off the paper. */
const ON_PAPER = 5;
const table = document.querySelector<HTMLTableElement>('table.matrix');
const status = document.querySelector('.columns [role="status"]');
const boxes = [...document.querySelectorAll<HTMLInputElement>('.columns input[value]')];
const byCode = new Map(boxes.map((box) => [box.value, box]));
const allRows = document.querySelector<HTMLInputElement>('.columns .all-rows');
const radios = [...document.querySelectorAll<HTMLInputElement>('.comparison > input[type="radio"]')];
const fetchCells = once(async (): Promise<Cells> => {
  const answer = await fetch(table?.dataset.cells ?? '');
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
});
/** The same by row. */
const fetchHolders = once(async (): Promise<Map<string, Holder[]>> => {
  const all = Object.entries(await fetchCells());
  const holders = all.flatMap(([code, cells]) => cells.map((cell) => ({ code, cell })));
  return groupBy(holders, ({ cell: [anchor] }) => anchor);
});

// By then the script of every page has told which township is 我的乡镇.
document.addEventListener('DOMContentLoaded', () => {
  if (table) start(table);
  carry();
});

async function start(table: HTMLTableElement): Promise<void> {
  const isFetched = table.dataset.cells !== undefined;
  if (isFetched) addOwn();
  const isChosen = readAddress();
  if (location.protocol === 'file:') keepToColumns(table);
  for (const input of [...boxes, ...radios]) input.addEventListener('change', () => update(table));
  allRows?.addEventListener('change', () => show(table));
  document.querySelector('.columns .clear')?.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    update(table);
  });
  if (isFetched && location.protocol !== 'file:') table.addEventListener('toggle', nameHolders, true);
  if (!isChosen && !isAsAtFirst()) writeAddress(); // changed before this script was there
  if (isFetched || isChosen || !isAsAtFirst()) await show(table);
  if (isFetched) aim()?.scrollIntoView(); // rows before it have gone
}

/** 我的乡镇 is one of the first columns. */
function addOwn(): void {
  const own = byCode.get(document.documentElement.dataset['township'] ?? '');
  if (own) own.checked = own.defaultChecked = true;
}

/** Takes the choice from the address; tells whether there is one. */
function readAddress(): boolean {
  const address = new URLSearchParams(location.search);
  const radio = radios.find(({ value }) => value === address.get('show'));
  if (radio) radio.checked = true;
  const chosen = address.get('t');
  if (chosen === null) return false;
  const codes = new Set(chosen.split(','));
  for (const box of boxes) box.checked = codes.has(box.value);
  return true;
}

/** The choice that the page makes without an address. */
function isAsAtFirst(): boolean {
  return boxes.every(({ checked, defaultChecked }) => checked === defaultChecked);
}

function chooseAsAtFirst(): void {
  for (const box of boxes) box.checked = box.defaultChecked;
}

/** In a folder nothing can be fetched. */
function keepToColumns(table: HTMLTableElement): void {
  const columns = new Set(headsOf(table).map(codeOf));
  const others = boxes.filter(({ value }) => !columns.has(value));
  if (others.length === 0) return;
  for (const box of others) {
    box.checked = false;
    box.disabled = true;
  }
  if (!boxes.some(({ checked }) => checked)) chooseAsAtFirst();
  say('下载的副本里只有这些乡镇可以比较，其他乡镇请在网站上比较。');
}

function update(table: HTMLTableElement): void {
  writeAddress();
  show(table);
}

function writeAddress(): void {
  const address = new URL(location.href);
  const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  if (isAsAtFirst()) address.searchParams.delete('t');
  else address.searchParams.set('t', chosen.join(','));
  const shown = radios.find(({ checked }) => checked)?.value ?? 'all';
  if (shown === 'all') address.searchParams.delete('show');
  else address.searchParams.set('show', shown);
  history.replaceState(null, '', address.href.replaceAll('%2C', ','));
  carry();
}

/** Takes the choice along to the other pages of comparison. */
function carry(): void {
  const chosen = new URLSearchParams(location.search).get('t');
  const search = chosen ? `?t=${chosen}` : '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.crumbs a, main a'))
    if (/\/compare\/([^/]+\/)?(index\.html)?$/.test(link.pathname) && link.search !== search)
      link.search = search;
}

async function show(table: HTMLTableElement): Promise<void> {
  if (missing(table).length > 0) await fetchColumns(table);
  const visible = headsOf(table).map((head) => byCode.get(codeOf(head))?.checked === true);
  showColumns(table, visible);
  hideRows(table, visible);
  countLeft(table);
}

/** The columns of townships are the last ones of every row. */
function showColumns(table: HTMLTableElement, visible: readonly boolean[]): void {
  const fit = table.dataset.cells === undefined ? visible.length : ON_PAPER;
  let shown = 0;
  const places = visible.map((isVisible) => (isVisible ? shown++ : 0));
  for (const row of table.rows) {
    if (row.classList.contains('category')) continue;
    cellsOf(row, visible.length).forEach((cell, at) => {
      cell.hidden = !visible[at];
      cell.classList.toggle('screen-only', (places[at] ?? 0) >= fit);
    });
  }
  const note = document.querySelector('.on-paper');
  if (note)
    note.textContent =
      shown > fit ? `纸上只印所选 ${shown} 个乡镇中的前 ${fit} 个，全部请看网页，或下载对照表。` : '';
  if (table.dataset.cells !== undefined) scrollSideways(table, shown > FITTING);
}

function scrollSideways(table: HTMLTableElement, isWide: boolean): void {
  const box = table.parentElement;
  box?.classList.toggle('wide', isWide);
  for (const [name, value] of [
    ['tabindex', '0'],
    ['role', 'region'],
    ['aria-label', '对照表，可左右滚动'],
  ] as const)
    if (isWide) box?.setAttribute(name, value);
    else box?.removeAttribute(name);
}

/** Hides the rows of which no township shown has anything; where none is shown, a table that names holders stays whole. */
function hideRows(table: HTMLTableElement, visible: readonly boolean[]): void {
  const isWhole = allRows?.checked || (allRows && !visible.includes(true));
  const kept = aim();
  for (const row of rowsOf(table))
    row.hidden =
      !isWhole &&
      row !== kept &&
      cellsOf(row, visible.length).every((cell) => cell.hidden || cell.classList.contains('none'));
}

/** The row that the address leads to. */
function aim(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // #%E0 is no text
  }
}

const rowsOf = (table: HTMLTableElement, which = ''): HTMLTableRowElement[] => [
  ...table.querySelectorAll<HTMLTableRowElement>(`tbody tr[id]${which}`),
];

const cellsOf = (row: HTMLTableRowElement, columns: number): HTMLTableCellElement[] =>
  [...row.cells].slice(-columns);

/** Says for each filter how many rows it leaves of those that the chosen townships have. */
function countLeft(table: HTMLTableElement): void {
  const all = rowsOf(table).length;
  for (const line of document.querySelectorAll<HTMLElement>('.comparison > .left')) {
    const { of = '', rows = '' } = line.dataset;
    const shown = rowsOf(table, `${rows}:not([hidden])`).length;
    const isOfChosen = shown === 0 && rows !== '' && rowsOf(table, rows).length > 0;
    line.textContent = (isOfChosen ? '所选乡镇' : '') + leftWords(of, shown, all);
    if (line.classList.contains(filter())) offerAll(emptyRows(table, rows));
  }
}

/** Rows of which the chosen townships have nothing can be listed too, if there are any. */
function offerAll(rows: number): void {
  const label = allRows?.parentElement;
  const [count] = label?.getElementsByTagName('span') ?? [];
  if (!label || !count) return;
  count.textContent = String(rows);
  label.hidden = rows === 0;
}

const filter = (): string => radios.find(({ checked }) => checked)?.value ?? 'all';

/** How many rows hold nothing of the townships shown. */
const emptyRows = (table: HTMLTableElement, which: string): number =>
  rowsOf(table, which).filter((row) => !row.querySelector('td:not(.holders, .none, [hidden])')).length;

/** The heads of townships. */
const headsOf = (table: HTMLTableElement): HTMLElement[] => [
  ...table.querySelectorAll<HTMLElement>('thead th[data-code]'),
];

const codeOf = (head: HTMLElement): string => head.dataset['code'] ?? '';

/** Townships chosen that have no column yet. */
function missing(table: HTMLTableElement): HTMLInputElement[] {
  const columns = new Set(headsOf(table).map(codeOf));
  return boxes.filter(({ checked, value }) => checked && !columns.has(value));
}

/** Adds the columns that are missing when their cells have come; takes the choice back where they do not. */
async function fetchColumns(table: HTMLTableElement): Promise<void> {
  const cells = await fetchCells().catch(() => null);
  for (const box of missing(table)) {
    if (cells) addColumn(table, box, new Map((cells[box.value] ?? []).map((cell) => [cell[0], cell])));
    else box.checked = box.defaultChecked = false;
  }
  say(cells ? '' : '这些乡镇的内容没有取到，请检查网络后再选。');
  if (cells) return;
  if (!boxes.some(({ checked }) => checked)) chooseAsAtFirst();
  writeAddress();
}

function say(words: string): void {
  if (status) status.textContent = words;
}

/** 我的乡镇 goes before the others. */
function addColumn(table: HTMLTableElement, box: HTMLInputElement, cells: Map<string, Cell>): void {
  const { county, name } = placeOf(box);
  const code = box.value;
  const isOwn = code === document.documentElement.dataset['township'];
  const columns = headsOf(table).length;
  const add = (row: HTMLTableRowElement, cell: HTMLElement) =>
    row.insertBefore(cell, isOwn ? (row.cells[row.cells.length - columns] ?? null) : null);
  const head = document.createElement('th');
  head.scope = 'col';
  head.dataset['code'] = code;
  head.append(linkTo(`${code}/`, county + name));
  const [heads] = table.tHead?.rows ?? [];
  if (heads) add(heads, head);
  for (const row of rowsOf(table)) add(row, cellElement(cells.get(row.id), code, county + name));
}

/** What a box is of. */
function placeOf(box: HTMLInputElement): { county: string; name: string } {
  const county = box.closest<HTMLElement>('[data-county]')?.dataset['county'] ?? '';
  return { county, name: box.parentElement?.textContent?.trim() ?? box.value };
}

/** A link to something of a township. */
function linkTo(path: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `../../townships/${path}`;
  link.textContent = text;
  return link;
}

function cellElement(cell: Cell | undefined, code: string, name: string): HTMLTableCellElement {
  const element = document.createElement('td');
  if (!cell) {
    element.className = 'none';
    element.textContent = '—';
    return element;
  }
  const [, list, number, note] = cell;
  const link = linkTo(`${code}/${list}/${number}/`, `${WORDS[list]} ${number}${note && ` ${note}`}`);
  link.className = `badge ${list}`;
  element.dataset['head'] = name;
  element.append(link);
  return element;
}

/** When a row's holders are unfolded, they are named with a link each, in place of their numbers by county. */
async function nameHolders({ target }: Event): Promise<void> {
  const details = target as HTMLDetailsElement;
  const row = details.closest<HTMLTableRowElement>('tr[id]');
  if (!row || details.dataset['named']) return;
  details.dataset['named'] = 'yes';
  const holders = await fetchHolders().catch(() => null);
  if (!holders) {
    delete details.dataset['named'];
    say('乡镇的名称没有取到，请检查网络后再展开。');
    return;
  }
  const groups = groupBy(holders.get(row.id) ?? [], ({ cell: [, list, , note] }) =>
    note === TAKEN_IN ? TAKEN_IN : (WORDS[list] ?? ''),
  );
  for (const line of details.querySelectorAll('p')) {
    const [heading] = line.children;
    const found = groups.get(heading?.textContent?.split(' ')[0] ?? '');
    if (heading && found) line.replaceChildren(heading, ...nameLines(found));
  }
}

/** A line a county. */
function nameLines(holders: readonly Holder[]): HTMLElement[] {
  const counties = groupBy(holders, ({ code }) => countyOf(code));
  return [...counties].map(([county, found]) => {
    const line = document.createElement('span');
    line.append(`${county}：`);
    found.forEach(({ code, cell: [, list, number] }, at) => {
      const box = byCode.get(code);
      line.append(at > 0 ? '、' : '', linkTo(`${code}/${list}/${number}/`, box ? placeOf(box).name : code));
    });
    return line;
  });
}

function countyOf(code: string): string {
  const box = byCode.get(code);
  return box ? placeOf(box).county : '';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
