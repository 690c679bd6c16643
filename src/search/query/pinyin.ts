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
export const isPinyin = (word: string): boolean => /^[a-z']{2,}$/i.test(word);

/** A stretch of names that sounds like the letters typed. */
export interface Heard {
  mean: string;
  pages: number[];
  /** Where it stands in the first of them. */
  nameAt: number;
}

/** All that sounds like the letters typed, what stands in most names first. */
export function hear(
  { titles, of }: Pick<Hints, 'titles' | 'of'>,
  readings: readonly string[][],
  typed: string,
): Heard[] {
  const places = readings.map((reading) => findSound(reading, typed));
  const byMean = new Map<string, Heard>();
  of.forEach((title, page) => {
    const [start, end] = places[title] ?? [];
    if (start === undefined) return;
    const mean = Array.from(titles[title] ?? '')
      .slice(start, end)
      .join('');
    const heard = byMean.get(mean) ?? { mean, pages: [], nameAt: start };
    byMean.set(mean, heard);
    heard.pages.push(page);
  });
  return [...byMean.values()].sort((a, b) => b.pages.length - a.pages.length);
}

/** Where a title sounds like the letters typed, from the start of a syllable: [first character, one after the last]. */
export function findSound(reading: readonly string[], typed: string): [number, number] | null {
  const letters = typed.toLowerCase().replaceAll("'", '').replaceAll('ü', 'v');
  for (let start = 0; start < reading.length; start += 1) {
    const end = reading[start] === '' ? null : spoken(reading, start, letters);
    if (end !== null) return [start, end];
  }
  return null;
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
