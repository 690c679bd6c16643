/** A duty as the matcher sees it: weighted grams of its name and its text, category, departments, list. */
import { dutyId } from '../domain/address.ts';
import { clausesText } from '../domain/clause.ts';
import type { Duty } from '../domain/duty.ts';
import type { ListSlug } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import { gramsOf, meaningfulRuns } from './names.ts';

export interface Profile {
  id: string;
  township: string;
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
  /** Sum of squared weights. */
  square: number;
}

/** The grams of a corpus: a number for each, and its weight by rarity. */
export interface Lexicon {
  weights: Float64Array;
  profiles: Profile[];
}

interface Raw {
  profile: Omit<Profile, Field>;
  grams: Record<Field, number[]>;
}

const FIELDS = ['name', 'characters', 'head', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** The profiles of all duties; a gram weighs by how few duties have it in their name or text. */
export function profilesOf(
  townships: readonly Township[],
  categoryOf: (printed: string) => string = (printed) => printed,
): Lexicon {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const number = (gram: string): number => {
    const known = numbers.get(gram) ?? numbers.size;
    if (known === numbers.size) numbers.set(gram, known);
    return known;
  };
  const raw = townships.flatMap((township) =>
    township.duties.map((duty) => readDuty(township, duty, categoryOf(duty.category), number)),
  );
  for (const { grams } of raw)
    for (const id of new Set(FIELDS.flatMap((field) => grams[field]))) counts[id] = (counts[id] ?? 0) + 1;
  const weights = Float64Array.from(counts, (count) => Math.log((1 + raw.length) / (0.5 + (count ?? 0))));
  const profiles = raw.map(({ profile, grams }) => ({
    ...profile,
    name: weigh(grams.name, weights),
    characters: weigh(grams.characters, weights),
    head: weigh(grams.head, weights),
    text: weigh(grams.text, weights),
  }));
  return { weights, profiles };
}

function readDuty(township: Township, duty: Duty, category: string, number: (gram: string) => number): Raw {
  const own = [township.name, township.county.name, township.prefecture.name];
  const runs = meaningfulRuns(duty.name, own);
  const text = [...(duty.superiorDuties ?? []), ...(duty.townshipDuties ?? []), ...(duty.takeover ?? [])];
  return {
    profile: {
      id: dutyId(township.code, duty),
      township: township.code,
      list: duty.list,
      category,
      wording: runs.join(' '),
      departments: new Set(duty.departments.map(({ id, published }) => id ?? published)),
      penal: /处罚|拆除$/u.test(duty.name),
    },
    grams: {
      name: [...gramsOf(runs)].map(number),
      characters: [...new Set(runs.join(''))].map(number),
      head: [...gramsOf(runs.slice(0, 1))].map(number),
      text: [...gramsOf(meaningfulRuns(clausesText(text), own))].map(number),
    },
  };
}

function weigh(numbers: number[], weights: Float64Array): Grams {
  const ids = Int32Array.from(numbers).sort();
  let square = 0;
  for (const id of ids) square += (weights[id] ?? 0) ** 2;
  return { ids, square };
}

/** Sum of squared weights of the grams both have. */
export function shared(a: Grams, b: Grams, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const x = a.ids[i] as number;
    const y = b.ids[j] as number;
    if (x === y) sum += (weights[x] as number) ** 2;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}
