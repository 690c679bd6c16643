/** Figures of a class of queries, and how they are printed. */
export interface Figures {
  class: string;
  queries: number;
  [figure: string]: number | string | string[];
}

export const average = (values: readonly number[]): number =>
  values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A Markdown table; shares as per cent, lists left out. */
export function table(rows: readonly Figures[]): string {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => !Array.isArray(rows[0]?.[key]));
  const cell = (key: string, value: Figures[string] | undefined) =>
    typeof value === 'number' && key !== 'queries' ? `${Math.round(value * 10_000) / 100} %` : String(value);
  const lines = rows.map((row) => keys.map((key) => cell(key, row[key])));
  return [keys, keys.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
