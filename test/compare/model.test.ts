/** What is skipped and remembered when duties are compared must not change the answers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Features, measure, SAME, WITHIN } from '../../src/compare/features.ts';
import learned from '../../src/compare/model.json' with { type: 'json' };
import { judgeOf, type Logistic, remembering } from '../../src/compare/model.ts';
import { profilesOf } from '../../src/compare/profiles.ts';

const folder = resolve(import.meta.dirname, '../../content/townships');
const { profiles, weights } = profilesOf(
  readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const some = profiles.filter((_, at) => at % 13 === 0);
const pairs = some.flatMap((a) => some.map((b) => [a, b] as const));

describe.each([
  ['same', SAME, learned.same],
  ['within', WITHIN, learned.within],
] satisfies [string, Features, Logistic][])('%s', (_, features, logistic) => {
  it('has features from 0 to 1', () => {
    for (const [a, b] of pairs)
      for (const value of measure(features, a, b, weights)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
  });

  it('is as likely as all features together say, and 0 only where that is too little', () => {
    const judge = judgeOf(features, logistic);
    const factors = new Map(Object.entries<number>(logistic.weights));
    const names = Object.keys(features);
    for (const [a, b] of pairs) {
      const values = measure(features, a, b, weights);
      const sum = names.reduce(
        (sum, name, at) => sum + (factors.get(name) ?? 0) * (values[at] ?? 0),
        logistic.bias,
      );
      const whole = 1 / (1 + Math.exp(-sum));
      const likelihood = judge.likelihood(a, b, weights);
      if (likelihood === 0) expect(whole).toBeLessThan(judge.from);
      else expect(likelihood).toBeCloseTo(whole, 9);
    }
  });
});

it('asks once about two kinds, in whatever order', () => {
  const [a, b] = some as [(typeof some)[0], (typeof some)[0]];
  const asked: number[][] = [];
  const judge = remembering({ from: 0.5, likelihood: (a, b) => asked.push([a.kind, b.kind]) });
  expect([judge.likelihood(b, a, weights), judge.likelihood(a, b, weights)]).toEqual([1, 1]);
  judge.likelihood(a, a, weights);
  expect(asked).toEqual([
    [a.kind, b.kind],
    [a.kind, a.kind],
  ]);
});
