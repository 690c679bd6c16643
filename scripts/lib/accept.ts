/** Findings we live with (seeds/accepted.yaml), each with its reason; one no longer needed is an error. */
import type { Acceptance } from '../../src/domain/aids.ts';
import type { Note, Township } from '../../src/domain/township.ts';
import { type Finding, finding } from '../../src/extract/finding.ts';

/** Errors that a document's own office can be the cause of; every warning can be accepted too. */
const ACCEPTABLE_ERRORS = new Set(['number-missing', 'number-order']);

/** What an acceptance and its finding have in common. */
const keyOf = ({ code, file, line }: Acceptance | Finding): string => `${code} ${file} ${line}`;

/** What remains to be printed, and the townships with their notes: accepted findings and warnings left open. */
export function accept(findings: Finding[], accepted: Acceptance[], townships: Township[]) {
  const found = Map.groupBy(findings, keyOf);
  const { refused = [], usable = [] } = Object.groupBy(accepted, (entry) =>
    (found.get(keyOf(entry)) ?? []).some(isUnacceptable) ? 'refused' : 'usable',
  );
  const reasons = new Map(usable.map((entry) => [keyOf(entry), entry.reason]));
  const stale = accepted.filter((entry) => !found.has(keyOf(entry)));
  const byFile = Map.groupBy(findings, ({ file }) => file);
  const noteOf = (entry: Finding): Note => {
    const { code, line, message } = entry;
    return { code, line, message, reason: reasons.get(keyOf(entry)) ?? null };
  };
  return {
    findings: [
      ...findings.filter((entry) => !reasons.has(keyOf(entry))),
      ...stale.map(({ code, file, line }) =>
        finding('stale-acceptance', 'accepted.yaml', null, `${file}:${line ?? '—'} 已没有“${code}”`),
      ),
      ...refused.map(({ code }) => finding('bad-aid', 'accepted.yaml', null, `“${code}”是错误，不能接受`)),
    ],
    townships: townships.map((township) => ({
      ...township,
      notes: (byFile.get(township.seed.file) ?? []).map(noteOf),
    })),
  };
}

const isUnacceptable = ({ level, code }: Finding): boolean =>
  level === 'error' && !ACCEPTABLE_ERRORS.has(code);
