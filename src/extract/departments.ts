/** Departments (部门) in cells, headings and running text, resolved to bodies and their county offices. */
import type { DepartmentEntry } from '../domain/department.ts';
import type { Mention } from '../domain/duty.ts';
import type { Place, PlaceNames } from '../domain/place.ts';
import { cellParts, splitBracket, splitJoined } from './department-cells.ts';
import { recognizer } from './department-lists.ts';
import { type Named, type Names, namesAt, vocabularyOf } from './department-names.ts';
import { type Found, finder } from './department-text.ts';
import type { Prefix } from './places.ts';
import { bareText } from './text.ts';

export interface DepartmentsRead {
  mentions: Mention[];
  /** Names as published that the vocabulary does not know; each also stands among the mentions, with nulls. */
  unresolved: string[];
}

export type { Place } from '../domain/place.ts';

export interface DepartmentReader {
  /** The vocabulary it reads with. */
  entries: readonly DepartmentEntry[];
  /** A department cell: 市委政法委、网络安全和信息化委员会，市公安局、应急管理局 */
  read(cell: string, place: Place): DepartmentsRead;
  /** The departments that take over, from the blocks of a takeover cell (承接部门及工作方式). */
  readTakeover(blocks: string[], place: Place): DepartmentsRead;
  /** Whether the text, whole, is a list of department names: known ones, or plainly formed ones after a place. */
  isList(text: string): boolean;
  /** Whether the text is a heading that names who acts: 县自然资源局：, 英吉沙县委组织部负责公务员干部：, 县教育局 */
  isHeading(text: string): boolean;
  /** The county's offices named in running text, longest names first, as half-open character ranges. */
  find(text: string, place: Place): Found[];
}

/** The reader of a vocabulary (seeds/vocabulary/departments.yaml, places.yaml). */
export function createDepartmentReader(
  entries: readonly DepartmentEntry[],
  places: PlaceNames,
): DepartmentReader {
  const { isName, isList, isHeading } = recognizer(vocabularyOf(entries, ''));
  const at = memo((place: Place) => namesAt(entries, places, place));
  const find = memo((place: Place) => finder(at(place)));
  const read = (cell: string, place: Place): DepartmentsRead => readNames(cell, at(place), isName);
  return {
    entries,
    read,
    readTakeover: (blocks, place) => {
      const text = bareText(blocks.join('\n'));
      const heads = takeoverHeads(blocks, isList);
      if (heads.length > 0) return merged(heads.map((head) => read(head, place)));
      const mentions = find(place)(text).filter(({ start }) => start === 0 || text[start - 1] === '由');
      return merged(mentions.map(({ mention }) => ({ mentions: [mention], unresolved: [] })));
    },
    isList,
    isHeading,
    find: (text, place) => find(place)(text),
  };
}

/** One value per place, made when first asked for. */
function memo<T>(make: (place: Place) => T): (place: Place) => T {
  const made = new Map<string, T>();
  return (place) => {
    const key = [place.county, place.prefecture, place.province]
      .map(({ code, name }) => code + name)
      .join(' ');
    const value = made.get(key) ?? make(place);
    made.set(key, value);
    return value;
  };
}

/** The names of a cell one after the other: 、 carries the prefix on, any other mark begins anew. */
function readNames(cell: string, names: Names, isName: (text: string) => boolean): DepartmentsRead {
  const known = (text: string): boolean => names.resolve(splitBracket(text).name, null) !== null;
  const mentions: Mention[] = [];
  let carried: Prefix | null = null;
  for (const part of cellParts(cell, (text) => known(text) || isName(text))) {
    if (!part.carries) carried = null;
    const bare = names.prefixOf(part.text);
    if (bare?.text === part.text) {
      carried = bare; // 市委、宣传部: a prefix alone names no department
      continue;
    }
    for (const named of readPart(part.text, carried, names)) {
      mentions.push(named.mention);
      carried = named.prefix;
    }
  }
  return { mentions, unresolved: mentions.filter(({ id }) => id === null).map(({ published }) => published) };
}

/** One part of a cell: a name, several joined ones, or a name that nobody knows. */
function readPart(text: string, carried: Prefix | null, names: Names): Pick<Named, 'mention' | 'prefix'>[] {
  const { name, bracket } = splitBracket(text);
  const whole = names.resolve(name, carried) ?? (bracket ? names.resolve(bracket, carried) : null);
  if (whole)
    return [{ ...whole, mention: { ...whole.mention, published: restored(text, carried, whole, name) } }];
  const joined = splitJoined(name, (each) => names.resolve(each, carried) !== null);
  if (joined && !bracket) return readJoined(joined, carried, names);
  const own = names.prefixOf(text);
  const published = own || !carried ? text : carried.text + text;
  return [{ mention: { id: null, name: null, office: null, published }, prefix: own ?? carried }];
}

/** 县政府办（数字化发展局）: published with its bracket. */
function restored(text: string, carried: Prefix | null, whole: Named, name: string): string {
  if (text === name) return whole.mention.published;
  return whole.mention.published.endsWith(name)
    ? whole.mention.published.slice(0, -name.length) + text
    : (carried?.text ?? '') + text;
}

function readJoined(texts: string[], carried: Prefix | null, names: Names): Named[] {
  let prefix = carried;
  return texts.flatMap((text) => {
    const named = names.resolve(text, prefix);
    prefix = named?.prefix ?? null;
    return named ? [named] : [];
  });
}

/** Several readings as one, each office (or unknown name) once. */
function merged(readings: DepartmentsRead[]): DepartmentsRead {
  const mentions = new Map<string, Mention>();
  for (const mention of readings.flatMap((reading) => reading.mentions)) {
    const key = mention.office ?? mention.published;
    if (!mentions.has(key)) mentions.set(key, mention);
  }
  const all = [...mentions.values()];
  return { mentions: all, unresolved: all.filter(({ id }) => id === null).map(({ published }) => published) };
}

/** Where the way of working begins, so that what stands before it names who takes over. */
const WAY = /(?:承接|工作|办理|履职)方式[:：]|不再|[:：]/u;
const STATED = /^承接(?:部门|单位)[:：](.+?)(?:(?:承接|工作|办理|履职)方式[:：].*)?$/su;

/**
 * The names at the head of a takeover cell, or of its parts.
 *
 *     承接部门：英吉沙县民政局 工作方式：负责收养登记工作。
 *     市教育局 承接方式：由市教育局对…      县民政局 | 不再开展此项工作
 *     吉木萨尔县自然资源局： 核实建筑物…执法工作。 吉木萨尔县住房和城乡建设局： 根据移交的线索…
 */
function takeoverHeads(blocks: readonly string[], isList: (text: string) => boolean): string[] {
  const stated = STATED.exec(blocks.join('\n').trim())?.[1];
  if (stated) return [stated.trim()];
  return blocks
    .flatMap((block) => block.split(/(?<=[。；;])/u))
    .flatMap((sentence) => {
      const head = (sentence.split(WAY)[0] ?? '').trim();
      return isList(head) ? [head] : [];
    });
}
