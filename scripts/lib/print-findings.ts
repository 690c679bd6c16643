/** The only place that prints findings: `file:line: severity: message`, in Chinese, with what to do. */
import { FINDINGS, type Finding } from '../../src/extract/finding.ts';

const LEVELS = { error: '错误', warning: '警告' } as const;

export const formatFinding = ({ code, level, file, line, message }: Finding): string =>
  `${file}:${line ?? 1}: ${LEVELS[level]}: ${message}。${FINDINGS[code].advice}。[${code}]`;

/** Prints all findings, sorted, to stderr, with a closing count. */
export function printFindings(findings: readonly Finding[]): void {
  for (const entry of findings) console.error(formatFinding(entry));
  const errors = findings.filter((entry) => entry.level === 'error').length;
  if (findings.length > 0) console.error(`共 ${errors} 个错误，${findings.length - errors} 个警告`);
}
