/**
 * Column-flow documents that nobody has seen: the delimited seeds, whose cells are known, set as column flow at several
 * widths with another place's names. What the reader knows of either side's words is learnt from the other seeds here.
 * The shares may not get worse; where they get better, raise them. ALL_SETTINGS=1 measures every seed in every setting.
 */
import { describe, expect, test } from 'vitest';
import { COLUMN_FLOW_SETTINGS } from '../support/column-flow-settings.ts';
import { placelessRows, readDelimitedSeeds } from '../support/delimited-rows.ts';
import { knownNames } from '../support/known-names.ts';
import { learnSideWords } from '../support/learn-side-words.ts';
import { measure, share } from '../support/measure-column-flow.ts';

/** Which settings each seed is measured in, and the share of its cells, in percent, that must come out right. */
const MEASURED: Record<string, Record<string, number>> = {
  '001': { 'as-seed': 100, 'narrow-superior': 100, 'run-on-no-blanks': 100, 'joined-lines': 100 },
  '002': { 'blank-after-all': 100, 'number-alone': 100, 'cells-run-on': 100 },
  '003': { 'as-seed': 100, 'equal-no-blanks': 100, 'joined-no-blanks': 100, 'number-alone': 100 },
  '004': { 'equal-cells': 100, 'wide-cells': 100, 'narrow-superior': 100, 'run-on-no-blanks': 100 },
};
/** Where no vocabulary knows a department or a category, the reader must at least say so. */
const WITHOUT_NAMES = { seed: '003', setting: 'as-seed', share: 97, silent: 0 };
/** Of a hundred rows, this many at most may be reported as doubtful. */
const MOST_WARNED = 0.02;

const seeds = readDelimitedSeeds();
const all = process.env['ALL_SETTINGS'] !== undefined;

describe.each(seeds)('$name', (seed) => {
  const others = seeds.filter((other) => other !== seed).flatMap((other) => placelessRows(other));
  const sides = learnSideWords(others);
  const settings = all ? Object.keys(COLUMN_FLOW_SETTINGS) : Object.keys(MEASURED[seed.name] ?? {});

  test.each(settings)('set as %s', (name) => {
    const setting = COLUMN_FLOW_SETTINGS[name] as NonNullable<(typeof COLUMN_FLOW_SETTINGS)[string]>;
    const measured = measure(seed, setting, knownNames, sides);
    if (all) console.log(seed.name, name, `${share(measured)} %`, measured);
    expect(share(measured)).toBeGreaterThanOrEqual(MEASURED[seed.name]?.[name] ?? 98);
    expect(measured.silent).toEqual([]);
    expect(measured.doubtedEnds).toBe(0);
    expect(measured.warned / measured.rows).toBeLessThanOrEqual(MOST_WARNED);
  });

  test.runIf(seed.name === WITHOUT_NAMES.seed)('without any vocabulary', () => {
    const setting = COLUMN_FLOW_SETTINGS[WITHOUT_NAMES.setting] as NonNullable<
      (typeof COLUMN_FLOW_SETTINGS)[string]
    >;
    const nobody = { isCategory: () => false, isDepartmentList: () => false };
    const measured = measure(seed, setting, nobody, sides);
    expect(share(measured)).toBeGreaterThanOrEqual(WITHOUT_NAMES.share);
    expect(measured.silent.length).toBeLessThanOrEqual(WITHOUT_NAMES.silent);
  });
});
