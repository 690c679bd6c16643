/**
 * What the departments of a document begin with: 县, 市, 额敏县, 塔城地区. A reader of names that knows no place takes
 * 工作额敏县司法局 for a department as well; what the document's lines begin with shows that 工作 belongs to the name before.
 */
import type { Sheet } from './sheet.ts';

export interface Prefixes {
  /** How often lines that may begin a department cell begin with each place. */
  counts: ReadonlyMap<string, number>;
  /** The places that departments begin with again and again. */
  usual: readonly string[];
}

/** Words that may stand before the place: 中共额敏县委, 政协和静县委员会, 国家税务总局昭苏县税务局. */
const BEFORE = '(?:中共|政协|人大|共青团|国家税务总局|国网|中国)?';
const PLACE = new RegExp(`^${BEFORE}(\\p{Script=Han}{0,8}?[县市州区旗省盟])(?![场级域容])`, 'u');

/** The place a text begins with, or "". */
export const placeOf = (text: string): string => PLACE.exec(text)?.[1] ?? '';

/** Counts places at the beginnings of lines before the first sentence of each row; the heading's own count double. */
export function countPrefixes(sheets: readonly Sheet[], heading: string): Prefixes {
  const counts = new Map<string, number>();
  for (const { lines, head } of sheets)
    for (const [i, line] of lines.slice(0, head).entries()) {
      const words = line.text.split(/\s+/u).slice(i === 0 ? 1 : 0); // a row begins with its category
      for (const place of new Set(words.map(placeOf)))
        if (place !== '') counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  for (const [place, count] of counts)
    if (place.length > 2 && heading.includes(place)) counts.set(place, 2 * count + 5);
  const usual = [...counts].flatMap(([place, count]) =>
    count >= FEW && !isJunk(place, counts) ? [place] : [],
  );
  return { counts, usual };
}

/** Lines that begin so are too few to say anything. */
const FEW = 3;

/** A place the document does not prove, by its length: 县 is likely, 作县 is not, 昭苏县 may be. */
const UNPROVEN = [0, 1, -3, -1];

/** How well a text begins as the document's departments do. */
export function prefixScore(text: string, { counts }: Prefixes): number {
  const place = placeOf(text);
  if (place === '') return -0.5;
  if (isJunk(place, counts)) return -8;
  const count = counts.get(place) ?? 0;
  const most = Math.max(FEW, ...counts.values());
  if (count < FEW) return UNPROVEN[Math.min(place.length, 3)] ?? 0;
  return 3 + Math.max(-4, Math.log(count / most));
}

/** Whether a text begins with a place that departments of this document begin with; a rare one is not known to. */
export function beginsAsDepartmentsDo(text: string, { counts }: Prefixes): 'often' | 'rarely' | 'never' {
  const place = placeOf(text);
  if (place === '' || isJunk(place, counts)) return 'never';
  return (counts.get(place) ?? 0) >= FEW ? 'often' : 'rarely';
}

/** 工作额敏县: a place that is seen at least as often by itself, with other words before it. */
function isJunk(place: string, counts: ReadonlyMap<string, number>): boolean {
  const count = counts.get(place) ?? 0;
  for (let from = 1; from < place.length; from += 1) {
    const own = counts.get(place.slice(from)) ?? 0;
    const enough = from < place.length - 1 ? count : 4 * count; // 区 alone is also how 天山|区 wraps
    if (own >= FEW && own >= enough) return true;
  }
  return false;
}
