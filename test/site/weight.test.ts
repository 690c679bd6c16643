import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtPages, DIST, gzipped, readBuilt } from '../support/dist.ts';

const weigh = (pattern: string) =>
  globSync(pattern, { cwd: DIST }).reduce((sum, file) => sum + gzipped(readBuilt(file)), 0);

const styles = weigh('_astro/*.css');
/** The heaviest page of a kind, with the styles that it loads. */
const heaviest = (pattern: RegExp) =>
  Math.max(
    ...builtPages()
      .filter(({ path }) => pattern.test(path))
      .map(({ html }) => gzipped(html) + sheetsOf(html)),
  );

const sheetsOf = (html: string): number =>
  [...html.matchAll(/_astro\/[^"/]+\.css/g)].reduce((sum, [file]) => sum + gzipped(readBuilt(file)), 0);

describe('weight, gzip', () => {
  it('keeps all styles within 12 KB', () => expect(styles).toBeLessThan(12_000));

  it('keeps a duty with everything needed to read it within 12 KB', () =>
    expect(heaviest(/^\/townships\/\d+\/\w+\/\d+\/$/)).toBeLessThan(12_000));

  it('keeps a township of 262 duties within 75 KB', () =>
    expect(heaviest(/^\/townships\/\d+\/$/)).toBeLessThan(75_000));

  it('has no script that waits for another', () =>
    expect(
      globSync('_astro/*.js', { cwd: DIST }).filter((file) => /\bimport\b *[{"']/.test(readBuilt(file))),
    ).toEqual([]));

  it('keeps the scripts of a page within 15 KB', () => expect(weigh('_astro/*.js')).toBeLessThan(15_000));
});
