/** Names by their sound: zhaijidi, zjd, zhaijd for 宅基地. */
import type { Hints } from '../layout.ts';

/** The readings of every title: one entry a character, "" for one that is no Han character. */
export function titleReadings({
  titles,
  readings,
  odd,
}: Pick<Hints, 'titles' | 'readings' | 'odd'>): string[][] {
  const usual = new Map(
    Object.entries(readings).flatMap(([reading, all]) => Array.from(all, (one) => [one, reading])),
  );
  const read = titles.map((title) => Array.from(title, (character) => usual.get(character) ?? ''));
  for (const [title, at, reading] of odd) {
    const row = read[title];
    if (row) row[at] = reading;
  }
  return read;
}

/** Sounds as they are typed: `nü` is nv, and an apostrophe parts syllables. */
export const isPinyin = (word: string): boolean => /^[a-zü']{2,}$/i.test(word);

/** A stretch of names that sounds like the letters typed. */
export interface Heard {
  mean: string;
  pages: number[];
  /** Where it stands in the first of them. */
  nameAt: number;
  /** It is one word or several, and not a part of one. */
  whole: boolean;
}

/** All that sounds like the letters typed: whole words first, then what stands in most names. */
export function hear(hints: Hints, readings: readonly string[][], typed: string): Heard[] {
  const places = readings.map((reading, title) =>
    findSound(reading, typed, borders(hints.words[title] ?? '')),
  );
  const byMean = new Map<string, Heard>();
  hints.of.forEach((title, page) => {
    const place = places[title];
    if (!place) return;
    const mean = Array.from(hints.titles[title] ?? '')
      .slice(place.start, place.end)
      .join('');
    const heard = byMean.get(mean) ?? { mean, pages: [], nameAt: place.start, whole: place.whole };
    byMean.set(mean, heard);
    heard.pages.push(page);
  });
  return [...byMean.values()].sort(
    (a, b) => Number(b.whole) - Number(a.whole) || b.pages.length - a.pages.length,
  );
}

/** Where words begin, and where the title ends: 232 is 0 2 5 7. */
function borders(lengths: string): Set<number> {
  let at = 0;
  return new Set([0, ...Array.from(lengths, (length) => (at += Number(length)))]);
}

interface Place {
  start: number;
  end: number;
  whole: boolean;
}

/** Where a title sounds like the letters typed, from the start of a syllable; whole words before parts of words. */
export function findSound(
  reading: readonly string[],
  typed: string,
  words: ReadonlySet<number>,
): Place | null {
  const letters = typed.toLowerCase().replaceAll("'", '').replaceAll('ü', 'v');
  let part: Place | null = null;
  for (let start = 0; start < reading.length; start += 1) {
    const end = reading[start] === '' ? null : spoken(reading, start, letters);
    if (end === null) continue;
    const place = { start, end, whole: words.has(start) && words.has(end) };
    if (place.whole) return place;
    part ??= place;
  }
  return part;
}

/** Reads letters off syllable by syllable, each whole or by its initial; the last may be unfinished. */
function spoken(reading: readonly string[], at: number, letters: string): number | null {
  if (letters === '') return at;
  const syllable = reading[at];
  if (syllable === undefined) return null;
  if (syllable === '') return spoken(reading, at + 1, letters); // punctuation inside a name
  if (syllable.startsWith(letters)) return at + 1;
  for (const part of new Set([syllable, initial(syllable), syllable.charAt(0)])) {
    const end = letters.startsWith(part) ? spoken(reading, at + 1, letters.slice(part.length)) : null;
    if (end !== null) return end;
  }
  return null;
}

const initial = (syllable: string): string => /^[zcs]h/.exec(syllable)?.[0] ?? syllable.charAt(0);
