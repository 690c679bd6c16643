/**
 * Learns anew which words speak for which side (src/extract/column-flow/side-words.ts) from the delimited seeds, where
 * the cell of every sentence is known. Run it when the delimited seeds have grown by much: node scripts/learn-side-words.ts
 */
import { writeFileSync } from 'node:fs';
import { placelessRows, readDelimitedSeeds } from '../test/support/delimited-rows.ts';
import { learnSideWords } from '../test/support/learn-side-words.ts';

/** Words with weights nearer to zero change no border. */
const LEAST = 0.1;
const LINE = 100;

const weights = learnSideWords(readDelimitedSeeds().flatMap((seed) => placelessRows(seed)));
const byWeight = Map.groupBy(
  [...weights].filter(([, weight]) => Math.abs(weight) >= LEAST),
  ([, weight]) => weight.toFixed(1),
);
const lines = [...byWeight].flatMap(([weight, words]) =>
  wrapWords(
    weight,
    words.map(([word]) => word),
  ),
);
const target = new URL('../src/extract/column-flow/side-words.ts', import.meta.url);
writeFileSync(target, `${HEAD()}${lines.map((line) => `  '${line}',`).join('\n')}\n]);\n`);
console.log(`${weights.size} 个词，写出 ${lines.length} 行`);

/** `0.4 下发 指导镇 …`, as many words as a line holds. */
function wrapWords(weight: string, words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + word.length) * 2 < LINE * 2 - 90)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${weight} ${word}`);
  }
  return lines;
}

function HEAD(): string {
  return `/**
 * Words that tell the two duty cells apart: above zero the superior department's (指导镇, 下发), below the township's
 * (协助, 报县, 本镇). Written by scripts/learn-side-words.ts, not by hand.
 *
 * Learnt from the delimited seeds, whose cells are known, by logistic regression (test/support/learn-side-words.ts).
 * The text is folded first (sides.ts): every county, city and district is 县, every township and street 镇, the seeds'
 * own place names are taken out; ^ is the beginning of a sentence. No column-flow document had a part in it.
 */
import { readSideWords } from './sides.ts';

// biome-ignore format: one weight a line
export const SIDE_WORDS = readSideWords([
`;
}
