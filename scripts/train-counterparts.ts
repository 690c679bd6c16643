/**
 * Learns the weights of src/compare/model.json from the pairs judged by hand (test/compare/pairs.yaml, `tune` only):
 * `node scripts/train-counterparts.ts`. Run it after the features or the pairs changed, then look at test/compare/.
 */
import { writeFileSync } from 'node:fs';
import { readContent } from '../src/build/content.ts';
import { type Features, measure, SAME, WITHIN } from '../src/compare/features.ts';
import { createIndex, gatherMatters } from '../src/compare/matters.ts';
import { judgeOf, type Logistic } from '../src/compare/model.ts';
import { type Lexicon, type Profile, profilesOf } from '../src/compare/profiles.ts';
import { type Answer, answerOf, isTuned, PAIRS } from '../test/compare/labels.ts';

interface Example {
  values: number[];
  yes: boolean;
  weight: number;
}

const lexicon = profilesOf(readContent().townships);

const same = learn(SAME, sameExamples(lexicon), 0.4);
const gathered = gatherMatters(lexicon, judgeOf(SAME, same));
const within = learn(WITHIN, withinExamples(lexicon), 0.6);
const about =
  'Learned by scripts/train-counterparts.ts; what each weight weighs: features.ts. Do not edit by hand.';
writeFileSync(
  new URL('../src/compare/model.json', import.meta.url),
  `${JSON.stringify({ about, same, within }, null, 2)}\n`,
);

/** Judged pairs, and all near ones whose answer follows: a duty has one counterpart a township at most. */
function sameExamples({ profiles, weights }: Lexicon): Example[] {
  return tunedPairs(profiles).flatMap(({ a, b, answer }) => {
    if (answer === 'partial') return [];
    const yes = answer === 'yes';
    // Few true counterparts stand in other lists, and neighbours that share whole wordings teach little.
    const rare = yes && a.list !== b.list ? 12 : 1;
    const hard = answer === 'no' ? 4 : 1;
    const easy = a.township >= '654000' && b.township >= '654000' ? 0.25 : 1;
    return [{ values: measure(SAME, a, b, weights), yes, weight: rare * hard * easy }];
  });
}

/** Pairs that are not one matter; the shorter name is the part. */
function withinExamples({ profiles, weights }: Lexicon): Example[] {
  const matterOf = new Map(
    gathered.flatMap((matter) => [...matter.duties.values()].map(({ id }) => [id, matter] as const)),
  );
  return tunedPairs(profiles).flatMap(({ a, b, answer }) => {
    const [part, whole] = a.name.weight <= b.name.weight ? [a, b] : [b, a];
    if (answer === 'yes' || matterOf.get(part.id)?.duties.has(whole.township)) return [];
    return [{ values: measure(WITHIN, part, whole, weights), yes: answer === 'partial', weight: 1 }];
  });
}

function tunedPairs(profiles: Profile[]): { a: Profile; b: Profile; answer: Answer }[] {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const alone = profiles.map((profile) => ({ duties: new Map([[profile.township, profile]]) }));
  const index = createIndex(alone, lexicon.weights);
  const pairs = new Map<string, [string, string]>();
  const add = (a: string, b: string) => pairs.set([a, b].sort().join(' '), a < b ? [a, b] : [b, a]);
  for (const { a, b } of PAIRS) add(a, b);
  for (const profile of profiles)
    for (const { matter } of index.candidates(profile))
      for (const other of matter.duties.values())
        if (other.township !== profile.township) add(profile.id, other.id);
  return [...pairs.values()].flatMap(([one, other]) => {
    const [a, b, answer] = [byId.get(one), byId.get(other), answerOf(one, other)];
    return a && b && answer && isTuned(one) && isTuned(other) ? [{ a, b, answer }] : [];
  });
}

/** Logistic regression with a ridge, by gradient descent with momentum (Adam); no randomness. */
function learn(features: Features, examples: Example[], from: number, ridge = 0.0003): Logistic {
  const names = Object.keys(features);
  const state = Array.from({ length: names.length + 1 }, () => ({ value: 0, mean: 0, square: 0 }));
  for (let step = 1; step <= 3000; step++) {
    const slopes = slopesOf(
      examples,
      state.map(({ value }) => value),
    );
    state.forEach((each, at) => {
      const slope = (slopes[at] ?? 0) + (at < names.length ? ridge * each.value : 0);
      each.mean = 0.9 * each.mean + 0.1 * slope;
      each.square = 0.999 * each.square + 0.001 * slope ** 2;
      each.value -=
        (0.1 * (each.mean / (1 - 0.9 ** step))) / (Math.sqrt(each.square / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  const rounded = state.map(({ value }) => Math.round(value * 1000) / 1000);
  console.log(`${examples.length} examples, ${examples.filter(({ yes }) => yes).length} yes`);
  return {
    from,
    bias: rounded.at(-1) ?? 0,
    weights: Object.fromEntries(names.map((name, at) => [name, rounded[at] ?? 0])),
  };
}

function slopesOf(examples: Example[], values: number[]): number[] {
  const slopes = values.map(() => 0);
  for (const { values: measured, yes, weight } of examples) {
    const sum = measured.reduce((sum, value, at) => sum + value * (values[at] ?? 0), values.at(-1) ?? 0);
    const error = (weight * (1 / (1 + Math.exp(-sum)) - Number(yes))) / examples.length;
    measured.forEach((value, at) => {
      slopes[at] = (slopes[at] ?? 0) + error * value;
    });
    slopes[slopes.length - 1] = (slopes.at(-1) ?? 0) + error;
  }
  return slopes;
}
