/** A duty as the matcher sees it: weighted grams of its name and its text, category, departments, list. */
import { dutyId } from '../domain/address.ts';
import { clausesText } from '../domain/clause.ts';
import type { Duty } from '../domain/duty.ts';
import type { ListSlug } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import { createNumbering, meaningfulRuns, type Numbering } from './names.ts';

export interface Profile extends Kind {
  id: string;
  township: string;
}

/** What the matcher sees of a duty, whosever it is: duties that are alike in all of it share one. */
export interface Kind {
  /** Its number: kinds are compared, and remembered, by it. */
  kind: number;
  list: ListSlug;
  category: string;
  /** The name's runs joined: two duties with the same words are one wording. */
  wording: string;
  name: Grams;
  /** Its single characters: 保护湿地 and 湿地保护 have the same. */
  characters: Grams;
  /** The grams of the name up to its first mark: what the duty is called before it is spelled out. */
  head: Grams;
  text: Grams;
  departments: ReadonlySet<string>;
  /** Whether the duty is a punishment: 对…的处罚 is another act than …的管理. */
  penal: boolean;
}

/** Distinct grams as ascending numbers, and what they weigh together. */
export interface Grams {
  ids: Int32Array;
  weight: number;
}

/** The grams of a corpus: a number for each, and its weight, the square of its rarity. */
export interface Lexicon {
  weights: Float64Array;
  profiles: Profile[];
}

/** A duty's words made comparable, before grams have numbers. */
interface Words {
  list: ListSlug;
  category: string;
  name: string[];
  text: string[];
  departments: string[];
  penal: boolean;
}

/** Words that so many duties have. */
interface Alike {
  words: Words;
  grams: Record<Field, Int32Array>;
  count: number;
}

/** Whose the words are. */
interface Owner {
  id: string;
  township: string;
  alike: Alike;
}

const FIELDS = ['name', 'characters', 'head', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** The profiles of all duties; a gram weighs by how few duties have it in their name or text. */
export function profilesOf(
  townships: readonly Township[],
  categoryOf: (printed: string) => string = (printed) => printed,
): Lexicon {
  const owners = gatherWords(townships, categoryOf);
  const alike = [...new Set(owners.map((owner) => owner.alike))];
  const weights = weightsOf(alike, owners.length);
  const kinds = new Map(alike.map((each, at) => [each, kindOf(each, at, weights)]));
  const profiles = owners.map(
    ({ id, township, alike }): Profile => ({ ...(kinds.get(alike) as Kind), id, township }),
  );
  return { weights, profiles };
}

function gatherWords(townships: readonly Township[], categoryOf: (printed: string) => string): Owner[] {
  const numbering = createNumbering();
  const known = new Map<string, Alike>();
  return townships.flatMap((township) =>
    township.duties.map((duty) => {
      const words = readDuty(township, duty, categoryOf(duty.category));
      const key = JSON.stringify(words);
      const alike = known.get(key) ?? { words, grams: gramsOf(words, numbering), count: 0 };
      known.set(key, alike);
      alike.count++;
      return { id: dutyId(township.code, duty), township: township.code, alike };
    }),
  );
}

function readDuty(township: Township, duty: Duty, category: string): Words {
  const own = [township.name, township.county.name, township.prefecture.name];
  const text = [...(duty.superiorDuties ?? []), ...(duty.townshipDuties ?? []), ...(duty.takeover ?? [])];
  return {
    list: duty.list,
    category,
    name: meaningfulRuns(duty.name, own),
    text: meaningfulRuns(clausesText(text), own),
    departments: duty.departments.map(({ id, published }) => id ?? published),
    penal: /处罚|拆除$/u.test(duty.name),
  };
}

const gramsOf = ({ name, text }: Words, numbering: Numbering): Alike['grams'] => ({
  name: numbering.grams(name),
  characters: numbering.characters(name),
  head: numbering.grams(name.slice(0, 1)),
  text: numbering.grams(text),
});

function weightsOf(alike: readonly Alike[], duties: number): Float64Array {
  const counts: number[] = [0];
  const counted: number[] = [];
  for (const [at, { grams, count }] of alike.entries())
    for (const field of FIELDS)
      for (const id of grams[field]) {
        if (counted[id] === at) continue;
        counted[id] = at;
        counts[id] = (counts[id] ?? 0) + count;
      }
  return Float64Array.from(counts, (count = 0) => Math.log((1 + duties) / (0.5 + count)) ** 2);
}

function kindOf({ words, grams }: Alike, kind: number, weights: Float64Array): Kind {
  const { list, category, penal, name, departments } = words;
  return {
    ...{ kind, list, category, penal, wording: name.join(' '), departments: new Set(departments) },
    name: weigh(grams.name, weights),
    characters: weigh(grams.characters, weights),
    head: weigh(grams.head, weights),
    text: weigh(grams.text, weights),
  };
}

function weigh(ids: Int32Array, weights: Float64Array): Grams {
  let weight = 0;
  for (const id of ids) weight += weights[id] as number;
  return { ids, weight };
}

/** What the grams that both have weigh together. */
export function shared(a: Grams, b: Grams, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x === y) sum += weights[x] as number;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}
