/** Corrections shown where they stand: a text is cut into plain parts and corrected ones. */
import type { Clause } from '../domain/clause.ts';
import type { Correction } from '../domain/duty.ts';
import type { Linked } from './linked.ts';

/** Words that a correction changed, with what stood there. */
export interface Corrected {
  now: string;
  was: string;
}
export type Part = string | Corrected | Linked;

export interface MarkedClause {
  kind: Clause['kind'];
  parts: Part[];
}

const bare = (text: string): string => text.replace(/<[^>]*>|\s/gu, '');

/**
 * A text with its corrections marked: 单位〔和〕个人. Only the characters that differ are marked; a correction that
 * took words away marks the character after them.
 */
export function marked(text: string, corrections: readonly Correction[]): Part[] {
  let parts: Part[] = text ? [text] : [];
  for (const correction of corrections) parts = parts.flatMap((part) => mark(part, correction));
  return parts;
}

export const markedClauses = (
  clauses: readonly Clause[],
  corrections: readonly Correction[],
): MarkedClause[] =>
  clauses.map(({ kind, marker = '', text }) => ({ kind, parts: marked(marker + text, corrections) }));

function mark(part: Part, correction: Correction): Part[] {
  if (typeof part !== 'string') return [part];
  const now = bare(correction.now);
  const at = now ? part.indexOf(now) : -1;
  if (at < 0) return [part];
  const { start, end, was } = difference(bare(correction.was), now);
  const parts = [part.slice(0, at + start), { now: now.slice(start, end), was }, part.slice(at + end)];
  return parts.filter((piece) => piece !== '');
}

/** The part of `now` that `was` does not share, at least one character of it. */
function difference(was: string, now: string) {
  let start = 0;
  while (start < now.length - 1 && was[start] === now[start]) start += 1;
  let tail = 0;
  const most = Math.min(now.length - start - 1, was.length - start);
  while (tail < most && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start, end: now.length - tail, was: was.slice(start, was.length - tail) };
}
