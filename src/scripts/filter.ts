/** Narrows the rows of a page's tables to those that hold every word typed, or that have the number typed. */

interface FilterRow {
  row: HTMLTableRowElement;
  number: string;
  /** With its list's name: a row does not say 收回 itself. */
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
    number: row.cells[0]?.textContent?.trim() ?? '',
    text: `${row.closest('table')?.dataset.list} ${fold(row.textContent ?? '').replace(/\s+/g, '')}`,
  }));

const foundWords = (shown: number, all: number): string =>
  shown > 0 ? `找到 ${shown} 项，共 ${all} 项` : '没有符合的事项，请换一个词，或清空后查看全部';

/** Hides the other rows and the tables left empty; tells how many rows stay. */
function narrow(rows: readonly FilterRow[], query: string): number {
  const isWanted = wantedBy(rows, query);
  let shown = 0;
  for (const one of rows) {
    one.row.hidden = !isWanted(one);
    if (!one.row.hidden) shown += 1;
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.list')) {
    table.hidden = !table.querySelector('tbody tr:not([hidden])');
  }
  return shown;
}

/** 23 and 第23项 are a duty's number where there is one, else words like all others. */
function wantedBy(rows: readonly FilterRow[], query: string): (row: FilterRow) => boolean {
  const asked = /^第?\s*(\d+)\s*项?$/.exec(query.trim())?.[1];
  if (rows.some(({ number }) => number === asked)) return ({ number }) => number === asked;
  const words = query.split(/\s+/).filter(Boolean);
  return ({ text }) => words.every((word) => text.includes(word));
}
