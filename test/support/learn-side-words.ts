/**
 * Learns which words the superior department's side uses and which the township's, from delimited rows, where the
 * side of every sentence is known: a logistic regression over pairs and threes of characters and over how sentences
 * begin. The same rows give the same weights.
 */
import { featuresAt, foldForSides, type SideWords } from '../../src/extract/column-flow/sides.ts';
import type { Row } from '../../src/extract/rows.ts';

const ROUNDS = 12;
const RATE = 0.25;
const DECAY = 0.0008;
/** A word seen in fewer rows than this says nothing of other documents. */
const LEAST_ROWS = 4;
const LEAST_WEIGHT = 0.05;

interface Sample {
  features: string[];
  superior: boolean;
}

/** Weights of words, above zero for the superior side. */
export function learnSideWords(rows: readonly Row[]): SideWords {
  const samples = rows.flatMap((row) => samplesOf(row));
  const known = countRows(rows);
  for (const sample of samples)
    sample.features = sample.features.filter((word) => (known.get(word) ?? 0) >= LEAST_ROWS);
  const weights = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const sample of samples) teach(weights, sample, RATE / (1 + round));
  const rounded = [...weights].map(([word, weight]) => [word, Math.round(weight * 100) / 100] as const);
  return new Map(rounded.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT).sort(byWeight));
}

const byWeight = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

function samplesOf(row: Row): Sample[] {
  const of = (column: 'superiorDuties' | 'townshipDuties', superior: boolean): Sample[] =>
    (row.cells[column] ?? []).flatMap(({ text }) =>
      text.split(/(?<=[。；])/u).map((sentence) => ({ features: featuresOf(sentence), superior })),
    );
  return [...of('superiorDuties', true), ...of('townshipDuties', false)];
}

function featuresOf(sentence: string): string[] {
  const { text } = foldForSides(sentence);
  return [...new Set([...text].flatMap((_, i) => featuresAt(text, i)))];
}

function countRows(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const word of new Set(samplesOf(row).flatMap(({ features }) => features)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function teach(weights: Map<string, number>, { features, superior }: Sample, rate: number): void {
  if (features.length === 0) return;
  const sum = features.reduce((total, word) => total + (weights.get(word) ?? 0), 0);
  const miss = (superior ? 1 : 0) - 1 / (1 + Math.exp(-sum));
  const step = (rate * miss) / Math.sqrt(features.length);
  for (const word of features) {
    const weight = weights.get(word) ?? 0;
    weights.set(word, weight + step - DECAY * weight);
  }
}
