/** From features to a likelihood: two logistic models whose weights scripts/train-counterparts.ts learned. */
import { type Features, pairOf, SAME, type Weights, WITHIN } from './features.ts';
import learned from './model.json' with { type: 'json' };
import type { Kind } from './profiles.ts';

export interface Logistic {
  /** From this likelihood on the answer is yes. */
  from: number;
  bias: number;
  /** One weight a feature, by its name. */
  weights: Record<string, number>;
}

/** How likely something holds of a pair, 0 to 1, and from where on it counts; 0 where it is plain that it does not. */
export interface Judge {
  from: number;
  likelihood(a: Kind, b: Kind, weights: Weights): number;
}

export interface Model {
  same: Judge;
  within: Judge;
}

/** What sums may be apart by rounding. */
const ROUNDING = 1e-6;

/** Asks for one feature after the other, until those left could not make it likely enough. */
export function judgeOf(features: Features, { from, bias, weights: learned }: Logistic): Judge {
  const terms = Object.entries(features).map(([name, feature]) => ({ feature, factor: learned[name] ?? 0 }));
  const least = Math.log(from / (1 - from)) - ROUNDING;
  const most = terms.reduce((sum, { factor }) => sum + Math.max(0, factor), 0);
  return {
    from,
    likelihood: (a, b, weights) => {
      const pair = pairOf(a, b, weights);
      let sum = bias;
      let left = most;
      for (const { feature, factor } of terms) {
        sum += factor * feature(pair);
        left -= Math.max(0, factor);
        if (sum + left < least) return 0;
      }
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

/** The same judge, with `weights` that stay the same, asked once about each pair of kinds whose order does not matter. */
export function remembering(judge: Judge): Judge {
  const known: Map<number, number>[] = [];
  const ask = (a: Kind, b: Kind, weights: Weights): number => {
    known[a.kind] ??= new Map();
    const ofA = known[a.kind] as Map<number, number>;
    const before = ofA.get(b.kind);
    if (before !== undefined) return before;
    const likelihood = judge.likelihood(a, b, weights);
    ofA.set(b.kind, likelihood);
    return likelihood;
  };
  return {
    from: judge.from,
    likelihood: (a, b, weights) => (a.kind < b.kind ? ask(a, b, weights) : ask(b, a, weights)),
  };
}

export const MODEL: Model = { same: judgeOf(SAME, learned.same), within: judgeOf(WITHIN, learned.within) };
