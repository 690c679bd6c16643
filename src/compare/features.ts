/** What two duties have in common, as numbers between 0 and 1: what the learned weights (model.json) weigh. */
import { type Grams, type Kind, shared } from './profiles.ts';

export type Weights = Float64Array;

/** Two duties, and what their names share, which several features need. */
export interface Pair {
  a: Kind;
  b: Kind;
  weights: Weights;
  common: number;
}

/** Are they the same duty? The order of `a` and `b` does not matter. What costs most to find out stands last. */
export const SAME = {
  category: ({ a, b }) => Number(a.category === b.category),
  list: ({ a, b }) => Number(a.list === b.list),
  /** One is taken back by a superior department and the other is not. */
  taken: ({ a, b }) => Number((a.list === 'reclaimed') !== (b.list === 'reclaimed')),
  /** One is a punishment and the other is not: 对…的处罚, …的审批. */
  penal: ({ a, b }) => Number(a.penal !== b.penal),
  /** Both name departments at all. */
  departed: ({ a, b }) => Number(hasDepartments(a, b)),
  /** Both have a text at all. */
  texted: ({ a, b }) => Number(hasText(a) && hasText(b)),
  /** How like in length the names are. */
  length: ({ a, b }) => {
    const [least, most] = [Math.min(a.name.weight, b.name.weight), Math.max(a.name.weight, b.name.weight)];
    return Math.sqrt(least / (most || 1));
  },
  /** Share of rare grams their names have in common. */
  name: ({ a, b, common }) => common / (Math.sqrt(a.name.weight * b.name.weight) || 1),
  /** The same, measured against the shorter name: 1 where it stands wholly within the longer. */
  contained: ({ a, b, common }) => common / (Math.min(a.name.weight, b.name.weight) || 1),
  /** Likeness of the names' characters, whatever their order: 保护湿地, 湿地保护. */
  characters: ({ a, b, weights }) => cosine(a.characters, b.characters, weights),
  /** Likeness of what stands before the first mark: what a duty is called before it is spelled out. */
  head: ({ a, b, weights }) => cosine(a.head, b.head, weights),
  /** Share of departments in common. */
  departments: ({ a, b }) => (hasDepartments(a, b) ? overlap(a.departments, b.departments) : 0),
  /** Likeness of the texts. */
  text: ({ a, b, weights }) => cosine(a.text, b.text, weights),
  /** How much of one's name stands in the other's text, the better of both ways. */
  told: ({ a, b, weights }) => Math.max(within(a.name, b.text, weights), within(b.name, a.text, weights)),
} satisfies Features;

/** Is the first a part of the second: 水污染防治 of 大气、水、土壤…污染防治? */
export const WITHIN = {
  category: SAME.category,
  list: SAME.list,
  penal: SAME.penal,
  /** How long the part's name is beside the whole's: 1 where it is twice as long. */
  length: ({ a: part, b: whole }) => Math.min(1, Math.sqrt(part.name.weight / (whole.name.weight || 1)) / 2),
  contained: ({ a: part, common }) => common / (part.name.weight || 1),
  characters: ({ a: part, b: whole, weights }) => within(part.characters, whole.characters, weights),
  head: ({ a: part, b: whole, weights }) => within(part.head, whole.name, weights),
  /** How much of the whole's head is the part's: the whole is named after something else. */
  named: ({ a: part, b: whole, weights }) => within(part.head, whole.head, weights),
  told: ({ a: part, b: whole, weights }) => within(part.name, whole.text, weights),
  text: ({ a: part, b: whole, weights }) => within(part.text, whole.text, weights),
} satisfies Features;

/** Each is a number from 0 to 1. */
export type Features = Record<string, (pair: Pair) => number>;

export const pairOf = (a: Kind, b: Kind, weights: Weights): Pair => ({
  ...{ a, b, weights },
  common: shared(a.name, b.name, weights),
});

/** All features of a pair, in their order. */
export function measure(features: Features, a: Kind, b: Kind, weights: Weights): number[] {
  const pair = pairOf(a, b, weights);
  return Object.values(features).map((feature) => feature(pair));
}

const hasText = ({ text }: Kind): boolean => text.ids.length > 0;
const hasDepartments = (a: Kind, b: Kind): boolean => a.departments.size > 0 && b.departments.size > 0;

const cosine = (a: Grams, b: Grams, weights: Weights): number =>
  shared(a, b, weights) / (Math.sqrt(a.weight * b.weight) || 1);

/** How much of `part` stands in `whole`. */
const within = (part: Grams, whole: Grams, weights: Weights): number =>
  shared(part, whole, weights) / (part.weight || 1);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const each of a) if (b.has(each)) both++;
  return both / (a.size + b.size - both);
}
