/**
 * The search of a downloaded copy: the words as typed, in names and texts. Runs as a classic script from a folder, where
 * browsers load neither the index nor the modules of the site's own search.
 */

import { writeAddress } from '../search/ui/address.ts';

/** One duty as `duties.js` beside it holds it. */
export interface FileDuty {
  /** 654026101/cooperative/27 */
  id: string;
  name: string;
  /** 昭苏县喀夏加尔镇 · 配合履职 27 */
  place: string;
  /** Departments and texts as published, column by column. */
  cells: string[];
}

declare global {
  interface Window {
    DUTIES?: FileDuty[];
  }
}

const STEP = 100;
const AROUND = 30; // characters of text on either side of what was found

const find = <T extends Element>(id: string): T | null => document.querySelector<T>(`#${id}`);

function start(): void {
  const input = find<HTMLInputElement>('search-q');
  if (!input) return;
  find('search-fold')?.remove(); // there are no filters here
  input.placeholder = '宅基地、高龄津贴、防溺水…';
  say('search-notice', '这是下载的副本，只找与输入的字相同的内容；简称、同义词、拼音请在网站上搜索。');
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed(input.value);
  });
  input.addEventListener('compositionend', () => typed(input.value));
  show(input.value);
}

/** The words are in the address too, to be there when the reader comes back from a result. */
function typed(query: string): void {
  writeAddress(`?${new URLSearchParams({ q: query })}`);
  show(query);
}

function show(query: string): void {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = words.length > 0 ? search(window.DUTIES ?? [], words) : [];
  say('search-status', words.length === 0 ? '请输入要找的字' : `找到 ${found.length} 项`);
  find('search-results')?.replaceChildren();
  showMore(found, words[0] ?? '');
}

/** Adds the next of what was found, and offers the rest. */
function showMore(found: readonly FileDuty[], word: string): void {
  find('search-results')?.append(...found.slice(0, STEP).map((duty) => line(duty, word)));
  const more = find<HTMLButtonElement>('search-more');
  if (!more) return;
  const left = found.slice(STEP);
  more.hidden = left.length === 0;
  more.textContent = `再看 ${Math.min(left.length, STEP)} 项（还有 ${left.length} 项）`;
  more.onclick = () => showMore(left, word);
}

/** Duties with every word, each within one cell, those with all in the name first. */
function search(duties: readonly FileDuty[], words: readonly string[]): FileDuty[] {
  const has = (...texts: string[]) => words.every((word) => texts.some((text) => fold(text).includes(word)));
  const named = duties.filter(({ name }) => has(name));
  const first = new Set(named);
  return [
    ...named,
    ...duties.filter((duty) => !first.has(duty) && has(duty.name, duty.place, ...duty.cells)),
  ];
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

function line({ id, name, place, cells }: FileDuty, word: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `../townships/${id}/index.html`;
  link.textContent = name;
  const where = document.createElement('small');
  where.textContent = place;
  const passage = document.createElement('p');
  const text = cells.find((cell) => fold(cell).includes(word)) ?? cells[0] ?? '';
  const at = Math.max(fold(text).indexOf(word) - AROUND, 0);
  passage.textContent = text.slice(at, at + 2 * AROUND + word.length);
  const item = document.createElement('li');
  item.append(link, ' ', where, passage);
  return item;
}

const say = (id: string, words: string) => {
  const place = find(id);
  if (place) place.textContent = words;
};

start();
