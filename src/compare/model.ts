/** From features to a likelihood: two logistic models whose weights scripts/train-counterparts.ts learned. */
import { type Features, measure, SAME, type Weights, WITHIN } from './features.ts';
import learned from './model.json' with { type: 'json' };
import type { Profile } from './profiles.ts';

export interface Logistic {
  /** From this likelihood on the answer is yes. */
  from: number;
  bias: number;
  /** One weight a feature, by its name. */
  weights: Record<string, number>;
}

/** How likely something holds of a pair, 0 to 1, and from where on it counts. */
export interface Judge {
  from: number;
  likelihood(a: Profile, b: Profile, weights: Weights): number;
}

export interface Model {
  same: Judge;
  within: Judge;
}

export function judgeOf(features: Features, { from, bias, weights: learned }: Logistic): Judge {
  const factors = Object.keys(features).map((name) => learned[name] ?? 0);
  return {
    from,
    likelihood: (a, b, weights) => {
      const sum = measure(features, a, b, weights).reduce(
        (sum, value, at) => sum + value * (factors[at] ?? 0),
        bias,
      );
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

export const MODEL: Model = { same: judgeOf(SAME, learned.same), within: judgeOf(WITHIN, learned.within) };
