/**
 * Choosing townships in a matrix: ?t=654026101,654002203 in the address, and ?show=differ for the filter. Cells that
 * are not on the page are fetched.
 */

import { once } from '../search/memo.ts';
import { leftWords } from './left-words.ts';

type Cells = Record<string, [anchor: string, list: string, number: number, note: string][]>;

const WORDS: Record<string, string> = { basic: '基本', cooperative: '配合', reclaimed: '收回' };
const table = document.querySelector<HTMLTableElement>('table.matrix');
const status = document.querySelector('.columns [role="status"]');
const boxes = [...document.querySelectorAll<HTMLInputElement>('.columns input')];
const radios = [...document.querySelectorAll<HTMLInputElement>('.comparison > input[type="radio"]')];
const fetchCells = once(async (): Promise<Cells> => {
  const answer = await fetch(table?.dataset.cells ?? '');
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
});

if (table) start(table);

function start(table: HTMLTableElement): void {
  const address = new URLSearchParams(location.search);
  const chosen = address.get('t')?.split(',');
  if (chosen) for (const box of boxes) box.checked = chosen.includes(box.value);
  const radio = radios.find(({ value }) => value === address.get('show'));
  if (radio) radio.checked = true;
  if (location.protocol === 'file:') keepToColumns(table);
  for (const input of [...boxes, ...radios]) input.addEventListener('change', () => update(table));
  if (chosen) show(table);
  else if (!isAsAtFirst()) update(table); // before this script was there
}

/** The choice that the page makes without an address. */
function isAsAtFirst(): boolean {
  return boxes.every(({ checked, defaultChecked }) => checked === defaultChecked);
}

/** In a folder nothing can be fetched. */
function keepToColumns(table: HTMLTableElement): void {
  const others = boxes.filter(({ value }) => !codesOf(table).includes(value));
  for (const box of others) {
    box.checked = false;
    box.disabled = true;
  }
  if (others.length > 0) say('下载的副本里只有这些乡镇可以比较，其他乡镇请在网站上比较。');
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
}

async function show(table: HTMLTableElement): Promise<void> {
  if (missing(table).length > 0) await fetchColumns(table);
  codesOf(table).forEach((code, index) => {
    const hidden = !boxes.find(({ value }) => value === code)?.checked;
    for (const row of table.rows) {
      const cell = row.classList.contains('category') ? undefined : row.cells[index + 1];
      if (cell) cell.hidden = hidden;
    }
  });
  for (const row of table.querySelectorAll<HTMLTableRowElement>('tbody tr[id]'))
    row.hidden = [...row.cells].slice(1).every((cell) => cell.hidden || cell.className === 'none');
  countLeft(table);
}

/** Says for each filter how many rows it leaves of those that the chosen townships have. */
function countLeft(table: HTMLTableElement): void {
  const all = table.querySelectorAll('tbody tr[id]').length;
  for (const line of document.querySelectorAll<HTMLElement>('.comparison > .left')) {
    const { of = '', rows = '' } = line.dataset;
    const shown = table.querySelectorAll(`tbody tr[id]${rows}:not([hidden])`).length;
    line.textContent = leftWords(of, shown, all);
  }
}

/** The townships that have a column. */
function codesOf(table: HTMLTableElement): string[] {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th[data-code]')];
  return heads.map(({ dataset }) => dataset.code ?? '');
}

/** Townships chosen that have no column yet. */
function missing(table: HTMLTableElement): HTMLInputElement[] {
  const codes = codesOf(table);
  return boxes.filter(({ checked, value }) => checked && !codes.includes(value));
}

/** Adds the columns that are missing when their cells have come; takes the choice back where they do not. */
async function fetchColumns(table: HTMLTableElement): Promise<void> {
  const cells = await fetchCells().catch(() => null);
  for (const box of missing(table)) {
    if (cells) addColumn(table, box, new Map((cells[box.value] ?? []).map((cell) => [cell[0], cell])));
    else box.checked = false;
  }
  say(cells ? '' : '这些乡镇的内容没有取到，请检查网络后再选。');
  if (cells) return;
  if (!boxes.some(({ checked }) => checked)) for (const box of boxes) box.checked = box.defaultChecked;
  writeAddress();
}

function say(words: string): void {
  if (status) status.textContent = words;
}

function addColumn(
  table: HTMLTableElement,
  box: HTMLInputElement,
  cells: Map<string, Cells[string][number]>,
): void {
  const name = box.parentElement?.textContent?.trim() ?? box.value;
  const head = document.createElement('th');
  head.scope = 'col';
  head.dataset.code = box.value;
  head.textContent = name;
  table.tHead?.rows[0]?.append(head);
  for (const row of table.querySelectorAll<HTMLTableRowElement>('tbody tr[id]'))
    row.append(cellElement(cells.get(row.id), box.value, name));
}

function cellElement(
  cell: Cells[string][number] | undefined,
  code: string,
  name: string,
): HTMLTableCellElement {
  const element = document.createElement('td');
  if (!cell) {
    element.className = 'none';
    element.textContent = '—';
    return element;
  }
  const [, list, number, note] = cell;
  const link = document.createElement('a');
  link.className = `badge ${list}`;
  link.href = `../../townships/${code}/${list}/${number}/`;
  link.textContent = `${WORDS[list]} ${number}${note && ` ${note}`}`;
  element.dataset.head = name;
  element.append(link);
  return element;
}
