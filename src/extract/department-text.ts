/** Departments named in running text: for links, and for telling who acts. */
import type { Mention } from '../domain/duty.ts';
import { anyOf, type Names } from './department-names.ts';
import type { Prefix } from './places.ts';

/** A mention and its half-open range of characters. */
export interface Found {
  start: number;
  end: number;
  mention: Mention;
}

/** What may stand before a name without a place (由市场监督管理局), so that 森林公安局 does not hold 公安局. */
const BEFORE_BARE = '(?<=^|[^\\p{Script=Han}《]|[由与和同向报及至给到或求]|协助|配合|联合|组织|指导)';
/** Names long and plain enough to be no other word without a place; not 法院, 中心, 政协. */
const BARE_NAME = /^.*..(?:局|委|委员会|部)$/u;
/** What may stand between two names so that the place of the first holds for the second. */
const CARRYING = /^(?:、|和|及|与|或)$/;

/**
 * The finder at a place.
 *
 *     2.市水利局、农业农村局、城管局依职责分工监督…      向州生态环境局伊宁市分局报告      由市场监督管理局
 */
export function finder(names: Names): (text: string) => Found[] {
  const written = ways(names);
  return (text) => {
    const found: (Found & { above: boolean })[] = [];
    let last: { end: number; prefix: Prefix | null } | null = null;
    for (const { 0: name, index: start } of matches(text, written)) {
      const carried: typeof last = last && CARRYING.test(text.slice(last.end, start)) ? last : null;
      const named = names.resolve(name, carried?.prefix ?? null);
      // 新办、残联: after a word that names no department, only what needs no place
      const loose = text[start - 1] === '、' && !carried && !BARE_NAME.test(name) && !names.prefixOf(name);
      if (!named || loose) continue;
      last = { end: start + name.length, prefix: named.prefix };
      found.push({ start, end: last.end, mention: named.mention, above: named.level !== 'county' });
    }
    return found.filter(({ above }) => !above).map(({ start, end, mention }) => ({ start, end, mention }));
  };
}

/** Every way to write a name: a sticky expression, and the characters with which a match can begin. */
interface Ways {
  expression: RegExp;
  starts: ReadonlySet<string>;
}

/** What the expression finds, each match after the last; tried only where one can begin, which is twenty times as fast. */
function* matches(text: string, { expression, starts }: Ways): Generator<{ 0: string; index: number }> {
  for (let index = 0; index < text.length; index += 1) {
    if (!starts.has(text.charAt(index))) continue;
    expression.lastIndex = index;
    const name = expression.exec(text)?.[0];
    if (!name) continue;
    yield { 0: name, index };
    index += name.length - 1;
  }
}

/** Every way to write a name at the place: with a place inside, a branch, after a prefix, bare. */
function ways({ forms, vocabulary, expression }: Names): Ways {
  const texts = [...vocabulary.bodies.keys()];
  const written = [...vocabulary.bodies].map(([text, { entry }]): Word => [text, without(entry.notBefore)]);
  const bare = written.filter(([text]) => BARE_NAME.test(text));
  const words = (list: readonly string[]): string => trie(list.map((text) => [text, '']));
  const above = forms.prefixes.filter(({ level }) => level !== 'county').map(({ text }) => text);
  const prefixes = forms.prefixes.map(({ text }) => text);
  const withBranches = texts.flatMap((text) => (text.endsWith('局') ? [text, text.slice(0, -1)] : []));
  const all = trie(written);
  const patterns = vocabulary.patterns.map(({ pattern }) => expression(pattern));
  const kinds = [
    ...patterns,
    `${words(above)}${words(withBranches)}${words(forms.written.stem)}分局`,
    `${words(prefixes)}${all}`,
    `(?<=、)${all}`,
    `${BEFORE_BARE}${trie(bare)}`,
  ];
  const first = (text: string): string => text.charAt(0);
  const starts = [...patterns.flatMap(startsOf), ...prefixes.map(first), ...texts.map(first)];
  return { expression: new RegExp(kinds.join('|'), 'uy'), starts: new Set(starts) };
}

/** The characters with which a pattern's expression can begin: 政协(?:昭苏县|县)… or (?:昭苏县|县)委办公室 */
const startsOf = (pattern: string): string[] => {
  const [, choices] = /^\(\?:([^)]*)\)/.exec(pattern) ?? [];
  return (choices?.split('|') ?? [pattern]).map((text) => text.charAt(0));
};

/** A word and what must hold after it, as a regular expression. */
type Word = readonly [text: string, after: string];

const without = (texts: readonly string[]): string => (texts.length > 0 ? `(?!${anyOf(texts)})` : '');

/** One of the words, the longest that fits, as an expression that looks at each character once: 人(?:大(?:办)?|武部) */
function trie(words: readonly Word[]): string {
  const end = words.find(([text]) => text === '');
  const byFirst = Map.groupBy(
    words.filter(([text]) => text !== ''),
    ([text]) => text.charAt(0),
  );
  const branches = [...byFirst].map(
    ([first, same]) => anyOf([first]) + trie(same.map(([text, after]) => [text.slice(1), after])),
  );
  if (branches.length === 0) return end ? end[1] : '(?!)';
  return `(?:${[...branches, ...(end ? [end[1]] : [])].join('|')})`;
}
