/** One name of a department, read at one place: which body it is and which office. */
import type { DepartmentEntry } from '../domain/department.ts';
import type { Mention } from '../domain/duty.ts';
import type { Place, PlaceNames } from '../domain/place.ts';
import { type Level, type PlaceForms, type Prefix, placeForms } from './places.ts';

/** A way to write a body, without a place: 住建局. `office` is the pattern its offices are named by. */
export interface Body {
  entry: DepartmentEntry;
  office: string;
}

/** A name that was understood: whose body it is, and the prefix that a following 、 carries on. */
export interface Named {
  mention: Mention;
  level: Level;
  prefix: Prefix | null;
}

export interface Vocabulary {
  bodies: ReadonlyMap<string, Body>;
  /** Names with a place inside: 政协{county}委员会办公室 */
  patterns: readonly { pattern: string; body: Body }[];
}

export interface Names {
  forms: PlaceForms;
  vocabulary: Vocabulary;
  /** A whole name; `carried` is the prefix of the name before 、. */
  resolve(text: string, carried: Prefix | null): Named | null;
  /** The longest prefix that the text begins with. */
  prefixOf(text: string): Prefix | null;
  named(body: Body, level: Level, published: string, prefix: Prefix | null): Named;
  /** A pattern of the vocabulary as a regular expression that takes every form of the place. */
  expression(pattern: string): string;
}

/** All ways to write every body, for a county: what holds there only comes last and wins. */
export function vocabularyOf(entries: readonly DepartmentEntry[], county: string): Vocabulary {
  const bodies = new Map<string, Body>();
  const patterns: { pattern: string; body: Body }[] = [];
  const add = (text: string, body: Body): void => {
    const plain = text.replace(/^\{county\}委?(?=[^{]*$)/, '');
    if (plain.includes('{')) patterns.push({ pattern: plain, body });
    else if (!/^(?:办公室|办)$/.test(plain)) bodies.set(plain, body);
    else patterns.push({ pattern: text, body });
  };
  const written = (entry: DepartmentEntry): void => {
    const body = { entry, office: entry.office };
    add(entry.name, body);
    if (entry.office.includes('{name}') === false) add(entry.office, body);
    for (const text of [...entry.aliases, ...entry.spellings]) add(text, body);
    for (const office of entry.variants) add(office, { entry, office });
  };
  entries.forEach(written);
  for (const entry of entries) {
    const local = entry.counties[county];
    if (local) for (const alias of local.aliases) add(alias, { entry, office: local.office });
  }
  return { bodies, patterns };
}

const fill = (pattern: string, forms: PlaceForms, name: string): string =>
  pattern.replace(
    /\{(county|stem|prefecture|province|name)\}/g,
    (_, key: keyof PlaceForms['full'] | 'name') => (key === 'name' ? name : forms.full[key]),
  );

/** The office's full name: 昭苏县住房和城乡建设局; the county's own where its county stands under no prefecture. */
function officeName(body: Body, forms: PlaceForms, county: string): string {
  const pattern = body.entry.counties[county]?.office ?? body.office;
  const branch = pattern.includes('{prefecture}') && !forms.full.prefecture;
  return fill(branch ? '{county}{name}' : pattern, forms, body.entry.name);
}

/** Whether the body belongs to the Party committee: its offices are named 昭苏县委… */
const isParty = (body: Body): boolean => body.office.startsWith('{county}委');

/** 县委 before 人社局 is 县, 市 before 组织部 is 市委: what the writer carried on in mind. */
function fittingPrefix(prefix: Prefix, body: Body): Prefix {
  if (prefix.party === isParty(body)) return prefix;
  const text = prefix.party ? prefix.text.slice(0, -1) : `${prefix.text.replace(/(?:人民)?政府$/, '')}委`;
  return { ...prefix, text, party: !prefix.party };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** One of the texts, as a regular expression. */
export const anyOf = (texts: readonly string[]): string => `(?:${texts.map(escaped).join('|') || '(?!)'})`;

/** Everything needed to read names at a place. */
export function namesAt(entries: readonly DepartmentEntry[], places: PlaceNames, place: Place): Names {
  const forms = placeForms(place, places);
  const vocabulary = vocabularyOf(entries, place.county.code);
  const { bodies } = vocabulary;
  const expression = (pattern: string): string =>
    pattern
      .split(/(\{\w+\})/)
      .map((piece) =>
        piece.startsWith('{') ? anyOf(forms.written[piece.slice(1, -1) as 'county'] ?? []) : escaped(piece),
      )
      .join('');
  const patterns = vocabulary.patterns.map(({ pattern, body }) => ({
    whole: new RegExp(`^${expression(pattern)}$`),
    body,
  }));
  const prefixOf = (text: string): Prefix | null =>
    forms.prefixes.find((each) => text.startsWith(each.text)) ?? null;

  const named = (body: Body, level: Level, published: string, prefix: Prefix | null): Named => {
    // A body above the county (州民政局) is the department, but no office of this county.
    const office = level === 'county' ? officeName(body, forms, place.county.code) : null;
    return { mention: { id: body.entry.id, name: body.entry.name, office, published }, level, prefix };
  };
  /** 县教育局: a prefix and a known body. */
  const prefixed = (text: string): Named | null => {
    for (const prefix of forms.prefixes) {
      const body = text.startsWith(prefix.text) ? bodies.get(text.slice(prefix.text.length)) : undefined;
      if (body) return named(body, prefix.level, text, prefix);
    }
    return null;
  };
  /** 教育局 after 县公安局、 or with no prefix at all. */
  const bare = (text: string, carried: Prefix | null): Named | null => {
    const body = bodies.get(text);
    if (!body) return null;
    const prefix = carried && fittingPrefix(carried, body);
    return named(body, carried?.level ?? 'county', (prefix?.text ?? '') + text, carried);
  };
  const resolve = (text: string, carried: Prefix | null): Named | null => {
    const pattern = patterns.find(({ whole }) => whole.test(text));
    if (pattern) return named(pattern.body, 'county', text, prefixOf(text));
    return prefixed(text) ?? branch(text, forms, bodies, named) ?? bare(text, carried);
  };
  return { forms, vocabulary, resolve, prefixOf, named, expression };
}

/**
 * The county's branch of a body above it.
 *
 *     州生态环境局伊宁市分局      昌吉州生态环境局吉木萨尔分局      州生态环境昭苏县分局
 */
function branch(
  text: string,
  forms: PlaceForms,
  bodies: Vocabulary['bodies'],
  named: Names['named'],
): Named | null {
  const tail = forms.written.stem.find((each) => text.endsWith(`${each}分局`));
  if (!tail) return null;
  const head = text.slice(0, -`${tail}分局`.length);
  for (let at = 0; at <= Math.min(head.length - 2, 12); at++) {
    const body = bodies.get(head.slice(at)) ?? bodies.get(`${head.slice(at)}局`);
    if (body) return named(body.office.endsWith('分局') ? body : branchOf(body), 'county', text, null);
  }
  return null;
}

/** A body that has branches here though it usually is the county's own: 西安市公安局雁塔区分局 */
const branchOf = (body: Body): Body => ({ ...body, office: '{prefecture}{name}{county}分局' });
