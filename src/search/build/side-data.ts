/** What Pagefind's files do not hold, or not as small: township, list, group and filter values of pages; synonyms; readings. */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { fold } from '../fold.ts';
import {
  type Core,
  FACET_KEYS,
  type Facet,
  type Hints,
  type PageFacets,
  type PageValues,
} from '../layout.ts';
import { toSteps } from '../steps.ts';
import { dutyOf, type SearchRecord } from './record.ts';

export type Facets = Core['facets'];

/** core.json for pages in the order of Pagefind's page table. */
export function core(
  pages: readonly SearchRecord[],
  about: Pick<Core, 'tables' | 'heavy' | 'facets' | 'counties' | 'synonyms'> & {
    groups: ReadonlyMap<string, string>;
  },
): Core {
  const { tables, heavy, facets: values, counties, synonyms } = about;
  const duties = pages.map(({ url }) => dutyOf(url));
  const township = placesOf(values.township.map(([id]) => id));
  const list = placesOf(values.list.map(([id]) => id));
  const groups = new Map<string, number>();
  const group = pages.map((page) => numbered(groups, about.groups.get(page.url) ?? fold(page.title)));
  return {
    tables,
    heavy,
    township: toSteps(duties.map((duty) => township.get(duty?.township ?? '') ?? -1)),
    list: duties.map((duty) => list.get(duty?.list ?? '') ?? '-').join(''),
    group: toSteps(group),
    length: pages.map(({ title }) => fold(title).length),
    facets: values,
    counties,
    synonyms,
  };
}

/** facets.json for pages in the same order. */
export function pageFacets(pages: readonly SearchRecord[], values: Facets): PageFacets {
  const of = (key: keyof PageFacets): PageValues => {
    const places = placesOf(values[key].map(([, label]) => label));
    const sets = new Map<string, number>();
    const own = pages.map(({ filters }) => (filters[key] ?? []).map((label) => places.get(label) ?? -1));
    const numbers = own.map((set) => numbered(sets, JSON.stringify(set)));
    return { sets: [...sets.keys()].map((set) => JSON.parse(set)), of: toSteps(numbers) };
  };
  return { category: of('category'), department: of('department') };
}

const placesOf = (items: readonly string[]): Map<string, number> =>
  new Map(items.map((item, place) => [item, place]));

function numbered(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Filter values that some page has, in the order given: `ids` finds the id of a label. */
export function facets(
  records: readonly SearchRecord[],
  ids: Record<Facet, ReadonlyMap<string, string>>,
): Facets {
  const used = (key: Facet) => new Set(records.flatMap((record) => record.filters[key] ?? []));
  const values = (key: Facet): [string, string][] => {
    const labels = used(key);
    const known = [...ids[key]].filter(([label]) => labels.has(label));
    const unknown = [...labels].filter((label) => !ids[key].has(label));
    return [
      ...known.map(([label, id]): [string, string] => [id, label]),
      ...unknown.map((label): [string, string] => [label, label]),
    ];
  };
  return Object.fromEntries(FACET_KEYS.map((key) => [key, values(key)])) as Facets;
}

/** hints.json for pages in the order of Pagefind's page table. */
export function hints(pages: readonly SearchRecord[]): Hints {
  const numbers = new Map<string, number>();
  const of = pages.map(({ title }) => numbered(numbers, title));
  const titles = [...numbers.keys()];
  return {
    titles,
    of: toSteps(of),
    words: titles.map(wordLengths),
    ...readings(titles),
    traditional: traditional(pages),
  };
}

/** A title is in the index of the whole site and in that of its township. */
function onceEach<T>(make: (title: string) => T): (title: string) => T {
  const made = new Map<string, T>();
  return (title) => {
    const value = made.get(title) ?? make(title);
    made.set(title, value);
    return value;
  };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** 农村宅基地审批 → 232; a word longer than nine characters counts as several. */
const wordLengths = onceEach((title) =>
  Array.from(segmenter.segment(title), ({ segment }) => {
    const length = Array.from(segment).length;
    return '9'.repeat(Math.floor(length / 9)) + (length % 9 || '');
  }).join(''),
);

const readTitle = onceEach((title) => pinyin(title, { toneType: 'none', type: 'all', v: true }));

/** The usual reading of every character in the titles, and where a title reads one otherwise. */
function readings(titles: readonly string[]): Pick<Hints, 'readings' | 'odd'> {
  const read = titles.map(readTitle);
  const usual = new Map<string, string>();
  for (const { origin, isZh } of read.flat()) {
    if (isZh && !usual.has(origin)) usual.set(origin, pinyin(origin, { toneType: 'none', v: true }));
  }
  const odd = read.flatMap((characters, title) =>
    characters.flatMap(({ origin, pinyin: reading, isZh }, at): Hints['odd'] =>
      isZh && usual.get(origin) !== reading ? [[title, at, reading]] : [],
    ),
  );
  const byReading: Record<string, string> = {};
  for (const [character, reading] of [...usual].sort(([, a], [, b]) => a.localeCompare(b, 'en'))) {
    byReading[reading] = (byReading[reading] ?? '') + character;
  }
  return { readings: byReading, odd };
}

const HAN = { from: 0x3400, to: 0x9fff };

let pairs: (readonly [traditional: string, simplified: string])[] | undefined;

/** Traditional characters, each with its simplified form. */
function simplified() {
  if (pairs) return pairs;
  const simplify = Converter({ from: 't', to: 'cn' });
  const all = Array.from({ length: HAN.to - HAN.from + 1 }, (_, at) => String.fromCodePoint(HAN.from + at));
  pairs = all.map((one) => [one, simplify(one)] as const).filter(([from, to]) => from !== to);
  return pairs;
}

/** Those whose simplified form occurs in the texts, each followed by it: 學学習习 */
function traditional(pages: readonly SearchRecord[]): string {
  const used = new Set(
    pages
      .flatMap((page) => [page.title, ...page.cells.flat().map(({ text }) => text)])
      .flatMap((text) => [...text]),
  );
  return simplified()
    .filter(([, simple]) => used.has(simple))
    .flat()
    .join('');
}
