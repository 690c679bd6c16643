/** Where a document's corrections stand in the published texts of its duties. */
import { type Correction, type Duty, type Mark, textsOf } from '../domain/duty.ts';
import { type Column, LISTS } from '../domain/lists.ts';
import { readCell } from './cells.ts';
import { errataOf } from './errata.ts';
import type { Block, Line, Row } from './rows.ts';
import { bareText } from './text.ts';

/** A text character by character, white space and markup taken out. */
type Characters = string[];

/** A character of a duty, and where it stands. */
interface Place {
  character: string;
  column: Column;
  text: number;
  start: number;
  end: number;
}

/** A cell, a line or a row: as received and after each correction, from left to right, and where it is published. */
interface Stretch {
  readings: Characters[];
  places: Place[];
}

/**
 * The characters of a duty that corrections changed, in the order of each text. The row is read as received and again
 * after each correction; where two readings differ that correction stands, and nowhere else:
 *
 *     对…显著成绩的单位 and 个人的奖励⇥市应急管理局 承接方式：由…显著成绩的单位 and 个人的奖励
 *     对…显著成绩的单位和个人的奖励⇥市应急管理局 承接方式：由…显著成绩的单位 and 个人的奖励      ← in the name
 *     对…显著成绩的单位和个人的奖励⇥市应急管理局 承接方式：由…显著成绩的单位和个人的奖励        ← in the takeover
 *
 * A correction that took words away marks the character after them, at the end of a cell the one before. One that
 * changes only white space, layout tags or the number, or a cell that a page break repeats, has no mark.
 */
export function marksOf(row: Row, duty: Duty, delimited: boolean): Mark[] {
  if (errataOf(row.lines).length === 0) return [];
  const places = LISTS[row.list].columns.map((column) => placesOf(column, row, duty));
  const stretches = delimited
    ? row.lines.flatMap((line) => cellsOf(line, row, places))
    : [{ readings: readings(row.lines).map(characters), places: places.flat() }];
  return stretches.flatMap(marksIn);
}

/** The cells of a delimited line, each by itself; the whole line where a correction parted or joined cells. */
function cellsOf(line: Line, row: Row, places: Place[][]): Stretch[] {
  const read = readings([line]).map((text) => text.split('\t').map(readCharacters));
  const own = LISTS[row.list].columns.map((column, index) => {
    const blocks = row.cells[column] ?? [];
    const first = blocks.findIndex((block) => block.line === line.number);
    const before = charactersOf(blocks.slice(0, Math.max(first, 0))).length;
    const length = charactersOf(blocks.filter((block) => block.line === line.number)).length;
    return (places[index] ?? []).slice(before, before + length);
  });
  if (read.some((cells) => cells.length !== own.length))
    return [{ readings: read.map((cells) => cells.flat()), places: own.flat() }];
  return own.map((places, index) => ({ readings: read.map((cells) => cells[index] ?? []), places }));
}

/** The characters of a column; those of the number as printed. */
function placesOf(column: Column, row: Row, duty: Duty): Place[] {
  const texts = column === 'number' ? [row.cells.number?.[0]?.text ?? ''] : textsOf(duty, column);
  return texts.flatMap((words, text) =>
    [...words.matchAll(/./gsu)]
      .map(({ 0: character, index }) => ({
        ...{ character, column, text },
        ...{ start: index, end: index + character.length },
      }))
      .filter(({ character }) => bareText(character) !== ''),
  );
}

const characters = (text: string): Characters => [...bareText(text)];
const charactersOf = (blocks: readonly Block[]): Characters =>
  characters(blocks.map(({ text }) => text).join(''));
const readCharacters = (cell: string): Characters => charactersOf(readCell(cell, 0, '').blocks);

/** Lines as received, and after each of their corrections, from left to right. */
function readings(lines: readonly Line[]): string[] {
  const errata = errataOf(lines);
  const after = (done: number): string => {
    const later = new Set(errata.slice(done));
    return lines.map((line) => without(line, later)).join('\n');
  };
  return [0, ...errata.keys().map((i) => i + 1)].map(after);
}

/** A line's text before some of its corrections. */
const without = ({ text, edits = [] }: Line, errata: ReadonlySet<Correction>): string =>
  edits
    .filter(({ erratum }) => errata.has(erratum))
    .reduceRight((read, { at, was, now }) => read.slice(0, at) + was + read.slice(at + now.length), text);

/** Characters of a reading, and those that stood there before a correction. */
interface Change {
  start: number;
  end: number;
  was: Characters;
}

/** The marks of a stretch; none where the corrections do not give what is published. */
function marksIn({ readings, places }: Stretch): Mark[] {
  const published = places.map(({ character }) => character).join('');
  if (published !== readings.at(-1)?.join('')) return [];
  return changes(readings).flatMap(({ start, end, was }) => cut(places.slice(start, end), was.join('')));
}

/** What each correction changed, in places of the last reading; two that reach the same character are one change. */
function changes(readings: readonly Characters[]): Change[] {
  const found: (Change & { from: Characters })[] = [];
  for (const [index, now] of readings.entries()) {
    let from = readings[index - 1] ?? now;
    let change = difference(from, now);
    const last = found.at(-1);
    if (last && change && change.start < last.end) {
      found.pop();
      from = last.from;
      change = difference(from, now);
    }
    if (change) found.push({ ...change, from });
  }
  return found;
}

/** The part of `now` that `was` does not share, at least one character of it; null where they are the same. */
function difference(was: Characters, now: Characters): Change | null {
  if (was.join('') === now.join('')) return null;
  let start = 0;
  while (start < now.length - 1 && was[start] === now[start]) start += 1;
  let tail = 0;
  const most = Math.min(now.length - start - 1, was.length - start);
  while (tail < most && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start, end: now.length - tail, was: was.slice(start, was.length - tail) };
}

/** A change as marks, one in each text that it reaches into, the first with all that stood there. */
function cut(places: readonly Place[], was: string): Mark[] {
  const texts = Map.groupBy(places, ({ column, text }) => `${column} ${text}`);
  const marks = [...texts.values()].flatMap((own): Mark[] => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first.column === 'number') return [];
    const { column, text, start } = first;
    return [{ column, text, start, end: last.end, was: '' }];
  });
  return marks.map((mark, index) => (index === 0 ? { ...mark, was } : mark));
}
