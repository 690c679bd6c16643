/** How the matching does on pairs judged by hand: the numbers may get better, not worse. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byId, counterpartsOf } from '../../src/compare/index.ts';
import type { Matter } from '../../src/domain/counterpart.ts';
import { type Township, townshipSchema } from '../../src/domain/township.ts';
import { answerOf, LONE, PAIRS, sideOf } from './labels.ts';

const folder = resolve(import.meta.dirname, '../../content/townships');
const townships: Township[] = readdirSync(folder).map((file) =>
  townshipSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const matters = counterpartsOf(townships);
const matterOf = new Map(matters.flatMap((matter) => matter.duties.map((id) => [id, matter] as const)));

/** Pairs found: right, wrong (judged no, or another or no counterpart is known), and right ones not found. */
function score(side: 'tune' | 'held') {
  const judged = PAIRS.filter(({ part, same }) => part === side && same === 'yes');
  const right = judged.filter(({ a, b }) => matterOf.get(a) === matterOf.get(b)).length;
  const pairs = matters.flatMap(pairsOf).filter((pair) => pair.every((id) => sideOf(id) === side));
  const wrong = pairs.filter(([a, b]) => ['no', 'other'].includes(answerOf(a, b) ?? '')).length;
  return { precision: right / (right + wrong), recall: right / judged.length, judged: judged.length };
}

const pairsOf = ({ duties }: Matter): [string, string][] =>
  duties.flatMap((a, at) => duties.slice(at + 1).map((b): [string, string] => [a, b]));

describe('counterparts', () => {
  it('has at least 300 pairs judged by hand, over every pair of townships', () => {
    expect(PAIRS.length).toBeGreaterThan(2000);
    expect(
      new Set(
        PAIRS.map(({ a, b }) =>
          [a, b]
            .map((id) => id.slice(0, 9))
            .sort()
            .join(),
        ),
      ).size,
    ).toBe(10);
    expect(PAIRS.filter(({ same }) => same === 'no').length).toBeGreaterThan(150);
    const none = LONE.flatMap((lone) => lone.none);
    expect(none.length).toBeGreaterThan(900);
  });

  it('finds what was judged the same on the part it was not tuned on', () => {
    const held = score('held');
    expect(held.precision).toBeGreaterThanOrEqual(0.995);
    expect(held.recall).toBeGreaterThanOrEqual(0.98);
  });

  it('does so on the part it was tuned on', () => {
    const tuned = score('tune');
    expect(tuned.precision).toBeGreaterThanOrEqual(0.99);
    expect(tuned.recall).toBeGreaterThanOrEqual(0.96);
  });

  it('puts every duty into exactly one matter, one a township', () => {
    const ids = townships.flatMap(({ code, duties }) =>
      duties.map(({ list, number }) => `${code}/${list}/${number}`),
    );
    expect(matters.flatMap(({ duties }) => duties).sort(byId)).toEqual(ids.sort(byId));
    for (const { duties, within } of matters) {
      const codes = [...duties, ...within].map((id) => id.slice(0, 9));
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  it('does not depend on the order of the townships', () => {
    expect(counterpartsOf([...townships].reverse())).toEqual(matters);
  });

  it('shows a duty that others split as partial', () => {
    const water = matterOf.get('654026101/cooperative/72');
    expect(water?.within).toContain('653123103/cooperative/53');
  });
});
