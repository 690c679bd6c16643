/** Departments named in running text: for links, and for telling who acts. */
import type { Mention } from '../domain/duty.ts';
import { anyOf, type Body, type Names } from './department-names.ts';
import type { Prefix } from './places.ts';

/** A mention and its half-open range of characters. */
export interface Found {
  start: number;
  end: number;
  mention: Mention;
}

/** What may stand before a name without a place (由市场监督管理局), so that 森林公安局 does not hold 公安局. */
const BEFORE_BARE = '(?<=^|[^\\p{Script=Han}]|[由与和同向报及至给到或]|协助|配合|联合|组织|指导)';
/** Names short or general enough to be another word without a place: 法院, 中心, 政协. */
const BARE_NAME = /^.*..(?:局|委|委员会|部)$/u;
/** What may stand between two names so that the place of the first holds for the second. */
const CARRYING = /^(?:、|和|及|与|或)$/;

/**
 * The finder at a place.
 *
 *     2.市水利局、农业农村局、城管局依职责分工监督…      向州生态环境局伊宁市分局报告      由市场监督管理局
 */
export function finder(names: Names): (text: string) => Found[] {
  const expression = nameExpression(names);
  return (text) => {
    const found: (Found & { above: boolean })[] = [];
    let carried: Prefix | null = null;
    let end = 0;
    for (const match of text.matchAll(expression)) {
      const carries: boolean = end > 0 && CARRYING.test(text.slice(end, match.index));
      const named = names.resolve(match[0], carries ? carried : null);
      if (!named) continue;
      carried = named.prefix;
      end = match.index + match[0].length;
      found.push({ start: match.index, end, mention: named.mention, above: named.level !== 'county' });
    }
    return found.filter(({ above }) => !above).map(({ start, end, mention }) => ({ start, end, mention }));
  };
}

/** Every way to write a name at the place: with a place inside, a branch, after a prefix, bare. */
function nameExpression({ forms, vocabulary, expression }: Names): RegExp {
  const bodies = [...vocabulary.bodies].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const texts = bodies.map(([text]) => text);
  const prefixes = anyOf(forms.prefixes.map(({ text }) => text));
  const above = anyOf(forms.prefixes.filter(({ level }) => level !== 'county').map(({ text }) => text));
  const all = bodies.map(written).join('|');
  const bare = bodies
    .filter(([text]) => BARE_NAME.test(text))
    .map(written)
    .join('|');
  const branch = `${above}${anyOf(texts.flatMap((text) => (text.endsWith('局') ? [text, text.slice(0, -1)] : [])))}${anyOf(forms.written.stem)}分局`;
  const placed = vocabulary.patterns.map(({ pattern }) => expression(pattern)).join('|') || '(?!)';
  return new RegExp(
    `${placed}|${branch}|${prefixes}(?:${all})|(?<=、)(?:${all})|${BEFORE_BARE}(?:${bare})`,
    'gu',
  );
}

const written = ([text, { entry }]: [string, Body]): string =>
  entry.notBefore.length > 0 ? `${anyOf([text])}(?!${anyOf(entry.notBefore)})` : anyOf([text]);
