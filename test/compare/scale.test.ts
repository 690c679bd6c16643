/** A hundred townships made from the five: the work per duty must not grow with their number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { gatherMatters } from '../../src/compare/matters.ts';
import { type Judge, MODEL } from '../../src/compare/model.ts';
import { profilesOf } from '../../src/compare/profiles.ts';
import { findWholes } from '../../src/compare/within.ts';
import type { Township } from '../../src/domain/township.ts';

const folder = resolve(import.meta.dirname, '../../content/townships');
const five: Township[] = readdirSync(folder).map((file) =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
);

/** Townships that leave out some duties, take some of a neighbour's, and word a third of them a little differently. */
function townshipsOf(count: number): Township[] {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  const reword = (name: string): string => {
    const at = Math.floor(random() * name.length);
    return random() < 0.33 ? name.slice(0, at) + name.slice(at + 1) || name : name;
  };
  return Array.from({ length: count }, (_, index) => {
    const model = five[index % five.length] as Township;
    const duties = model.duties
      .filter(() => random() > 0.1)
      .map((duty) => ({ ...duty, name: reword(duty.name) }));
    return { ...model, code: String(650000000 + index), duties };
  });
}

/** Matching with its comparisons counted. */
function run(count: number) {
  const townships = townshipsOf(count);
  let calls = 0;
  const counted = (judge: Judge): Judge => ({
    from: judge.from,
    likelihood: (...pair) => {
      calls++;
      return judge.likelihood(...pair);
    },
  });
  const begin = process.cpuUsage().user;
  const lexicon = profilesOf(townships);
  const matters = gatherMatters(lexicon, counted(MODEL.same));
  findWholes(matters, lexicon, counted(MODEL.within));
  const duties = lexicon.profiles.length;
  return {
    duties,
    matters: matters.length,
    calls: calls / duties,
    time: (process.cpuUsage().user - begin) / duties,
  };
}

it('does the same work per duty for 100 townships as for 20', { timeout: 120_000 }, () => {
  run(5); // warm
  const [few, many] = [run(20), run(100)];
  expect(many.calls).toBeLessThan(few.calls * 1.3);
  expect(many.time).toBeLessThan(few.time * 2); // 1.0 to 1.3 where nothing else runs
});
