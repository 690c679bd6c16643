/** Narrows the rows of a page's tables to those that hold every word typed. */

interface FilterRow {
  row: HTMLTableRowElement;
  text: string;
}

export function filterBox(): void {
  const input = document.querySelector<HTMLInputElement>('input.filter');
  const status = document.querySelector('.filter-status');
  const note = document.querySelector('.filtered');
  if (!input || !status || !note) return;
  let rows: FilterRow[] | undefined;
  const apply = () => {
    rows ??= readRows();
    const shown = narrow(rows, fold(input.value));
    const isAll = !input.value.trim();
    status.textContent = isAll ? '' : foundWords(shown, rows.length);
    note.textContent = isAll
      ? ''
      : `只印出筛选“${input.value.trim()}”得到的 ${shown} 项，全部共 ${rows.length} 项。`;
  };
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) apply();
  });
  input.addEventListener('compositionend', apply);
  if (input.value) apply();
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const readRows = (): FilterRow[] =>
  [...document.querySelectorAll<HTMLTableRowElement>('table.list tbody tr')].map((row) => ({
    row,
    text: fold(row.textContent ?? '').replace(/\s+/g, ''),
  }));

const foundWords = (shown: number, all: number): string =>
  shown > 0 ? `找到 ${shown} 项，共 ${all} 项` : '没有符合的事项，请换一个词，或清空后查看全部';

/** Hides the other rows and the tables left empty; tells how many rows stay. */
function narrow(rows: readonly FilterRow[], query: string): number {
  const words = query.split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { row, text } of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.list')) {
    table.hidden = !table.querySelector('tbody tr:not([hidden])');
  }
  return shown;
}
