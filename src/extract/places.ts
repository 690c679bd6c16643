/** What a document may put before a body's name to say whose it is: 县, 昭苏县, 市委, 州, 伊犁州, 自治区. */
import type { Place, PlaceNames } from '../domain/place.ts';

export type Level = 'county' | 'prefecture' | 'province';

/** Words before a body's name; `party` where they end in 委 (县委, 市委). */
export interface Prefix {
  text: string;
  level: Level;
  party: boolean;
}

/** All forms of the divisions above a township. */
export interface PlaceForms {
  /** Longest first. */
  prefixes: Prefix[];
  /** Every way to write each placeholder of a pattern, longest first: county 昭苏县, 县. */
  written: Record<'county' | 'stem' | 'prefecture' | 'province', string[]>;
  /** The way office names are composed with: prefecture 伊犁州, "" where the county stands under its province. */
  full: Record<'county' | 'stem' | 'prefecture' | 'province', string>;
}

const KIND = /(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|特区|新区|省|市|县|区|旗|州|盟)$/;
/** Names in the division tables that stand for no body: districts of 北京市 have the prefecture 市辖区. */
const NO_PREFECTURE = /^(?:市辖区|县|(?:省|自治区)直辖县级行政区划)$/;
/** Words for a level that hold whatever the names are. */
const HIGHER: readonly (readonly [string, Level])[] = [
  ['自治州', 'prefecture'],
  ['州', 'prefecture'],
  ['地区', 'prefecture'],
  ['盟', 'prefecture'],
  ['自治区', 'province'],
  ['省', 'province'],
];
const COUNTY_WORDS = ['县', '市', '区', '旗'];

const byLength = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);
const unique = (texts: string[]): string[] =>
  [...new Set(texts)].filter((text) => text !== '').sort(byLength);

/** 昌吉回族自治州 → 昌吉, 昭苏县 → 昭苏 */
function stem(name: string, names: PlaceNames): string {
  const bare = name.replace(KIND, '');
  if (!/自治.$/.test(name)) return bare;
  const people = names.peoples.map((each) => (each.length > 1 ? `${each}族?` : `${each}族`)).join('|');
  return bare.replace(new RegExp(`(?<=..)(?:${people})+$`), '');
}

/** The usual short forms of a name, the first the most usual: 伊犁哈萨克自治州 → 伊犁州, 新疆维吾尔自治区 → 新疆 */
function shorts(name: string, names: PlaceNames): string[] {
  const given = names.shorts[name] ?? [];
  const autonomous = /自治([州县旗区])$/.exec(name);
  if (!autonomous) return /省$/.test(name) ? [...given, stem(name, names)] : given;
  return [...given, stem(name, names) + (autonomous[1] === '区' ? '' : autonomous[1])];
}

/** The word for a place's level in its own documents: 县 of 昭苏县 and of 察布查尔锡伯自治县 */
const levelWords = (name: string): string[] => {
  const kind = KIND.exec(name)?.[0] ?? '';
  return /^(?:自治[州县旗]|[新特林]区)$/.test(kind) ? [kind, kind.slice(-1)] : [kind];
};

/** Which level each generic word means here: 市 is the county's in 伊宁市 and the prefecture's in a 区 of 西安市. */
function genericWords(place: Place, prefecture: string): Map<string, Level> {
  const words = new Map<string, Level>();
  const claim = (word: string, level: Level): void => {
    if (word && !words.has(word)) words.set(word, level);
  };
  for (const word of levelWords(place.county.name)) claim(word, 'county');
  if (prefecture) for (const word of levelWords(prefecture)) claim(word, 'prefecture');
  claim(KIND.exec(place.province.name)?.[0] ?? '', 'province');
  for (const [word, level] of HIGHER) claim(word, level);
  for (const word of COUNTY_WORDS) claim(word, 'county');
  return words;
}

/** 县, 县委, 中共昭苏县委, 县人民政府, 县政府 */
function prefixesOf(text: string, level: Level): Prefix[] {
  const party = [`${text}委`, `中共${text}委`].map((each) => ({ text: each, level, party: true }));
  const state = [text, `${text}人民政府`, `${text}政府`].map((each) => ({ text: each, level, party: false }));
  return [...party, ...state];
}

/** All forms of a place, from its names and the kept list of short names. */
export function placeForms(place: Place, names: PlaceNames): PlaceForms {
  const prefecture = NO_PREFECTURE.test(place.prefecture.name) ? '' : place.prefecture.name;
  const words = genericWords(place, prefecture);
  const named = (name: string): string[] => (name ? [name, ...shorts(name, names)] : []);
  const wordsOf = (level: Level): string[] =>
    [...words].filter(([, each]) => each === level).map(([word]) => word);
  const chained = named(prefecture).flatMap((above) => named(place.county.name).map((own) => above + own));
  const county = unique([...chained, ...named(place.county.name), ...wordsOf('county')]);
  const upper = unique([...named(prefecture), ...wordsOf('prefecture')]);
  const province = unique([...named(place.province.name), ...wordsOf('province')]);
  const levels: [string[], Level][] = [
    [county, 'county'],
    [upper, 'prefecture'],
    [province, 'province'],
  ];
  const prefixes = levels.flatMap(([texts, level]) => texts.flatMap((text) => prefixesOf(text, level)));
  const countyStem = stem(place.county.name, names);
  return {
    prefixes: prefixes.sort((a, b) => byLength(a.text, b.text)),
    written: {
      county,
      stem: unique([countyStem, ...county]),
      prefecture: upper,
      province: unique([...province, stem(place.province.name, names)]),
    },
    full: {
      county: place.county.name,
      stem: countyStem,
      prefecture: shorts(prefecture, names)[0] ?? prefecture,
      province: shorts(place.province.name, names)[0] ?? stem(place.province.name, names),
    },
  };
}
