/** Findings we live with (seeds/accepted.yaml), each with its reason; one no longer needed is an error. */
import type { Acceptance } from '../../src/domain/aids.ts';
import type { Note, Township } from '../../src/domain/township.ts';
import { type Finding, finding } from '../../src/extract/finding.ts';

/** Errors that a document's own office can be the cause of; every warning can be accepted too. */
const ACCEPTABLE_ERRORS = new Set(['number-missing', 'number-doubled', 'number-order']);

const matches = (entry: Acceptance, found: Finding): boolean =>
  entry.code === found.code && entry.file === found.file && entry.line === found.line;

/** What remains to be printed, and the townships with their notes: accepted findings and warnings left open. */
export function accept(findings: Finding[], accepted: Acceptance[], townships: Township[]) {
  const usable = accepted.filter((entry) => !isRefused(entry, findings));
  const remaining = findings.filter((found) => !usable.some((entry) => matches(entry, found)));
  const stale = accepted.filter((entry) => !findings.some((found) => matches(entry, found)));
  const notesOf = (file: string): Note[] =>
    findings
      .filter((found) => found.file === file)
      .map(({ code, line, message, ...found }) => ({
        code,
        line,
        message,
        reason: usable.find((entry) => matches(entry, { code, line, message, ...found }))?.reason ?? null,
      }));
  return {
    findings: [
      ...remaining,
      ...stale.map((entry) =>
        finding(
          'stale-acceptance',
          'accepted.yaml',
          null,
          `${entry.file}:${entry.line ?? '—'} 已没有“${entry.code}”`,
        ),
      ),
      ...accepted
        .filter((entry) => isRefused(entry, findings))
        .map((entry) => finding('bad-aid', 'accepted.yaml', null, `“${entry.code}”是错误，不能接受`)),
    ],
    townships: townships.map((township) => ({ ...township, notes: notesOf(township.seed.file) })),
  };
}

const isRefused = (entry: Acceptance, findings: Finding[]): boolean =>
  findings.some(
    (found) => matches(entry, found) && found.level === 'error' && !ACCEPTABLE_ERRORS.has(found.code),
  );
