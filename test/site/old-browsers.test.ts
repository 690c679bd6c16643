/** Reading works in a browser of Chrome 90's age: nothing in styles and scripts that came later and would break them. */
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DIST, readBuilt } from '../support/dist.ts';

const files = (pattern: string) =>
  globSync(pattern, { cwd: DIST }).map((file) => ({ file, text: readBuilt(file) }));

const LATER_STYLES: Record<string, RegExp> = {
  nesting: /&[\s.:>]/,
  'media ranges (104)': /@media[^{]*[<>]=?/,
  ':has() (105)': /:has\(/,
  'cascade layers (99)': /@layer\b/,
  'container queries (105)': /@container\b/,
  'new colours (111)': /\b(?:oklch|oklab|lab|lch|color-mix|light-dark)\(/,
  'dynamic viewport units (108)': /\d(?:dvh|svh|lvh|dvw|svw|lvw)\b/,
};

const LATER_SCRIPTS: Record<string, RegExp> = {
  'Array.prototype.at (92)': /\.at\(/,
  'Object.hasOwn (93)': /Object\.hasOwn\(/,
  'structuredClone (98)': /\bstructuredClone\(/,
  'findLast (97), toSorted (110) and kin': /\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/,
  'class static blocks (94)': /\bstatic\s*\{/,
};

function later(found: { file: string; text: string }[], features: Record<string, RegExp>): string[] {
  return found.flatMap(({ file, text }) =>
    Object.entries(features).flatMap(([name, pattern]) => (pattern.test(text) ? [`${file}: ${name}`] : [])),
  );
}

describe('old browsers', () => {
  it('get styles that they understand', () => {
    const styles = files('_astro/*.css');
    expect(styles.length).toBeGreaterThan(1);
    expect(later(styles, LATER_STYLES)).toEqual([]);
  });

  it('get scripts that they understand', () => {
    const scripts = [...files('_astro/*.js'), ...files('search/*.js')];
    expect(scripts.length).toBeGreaterThan(4);
    expect(later(scripts, LATER_SCRIPTS)).toEqual([]);
  });
});
