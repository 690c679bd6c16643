/** The only place that prints findings: `file:line: severity: message`, in Chinese, with what to do. */
import { FINDINGS, type Finding } from '../../src/extract/finding.ts';

/** Where a script prints: the console, or a test's collection of lines. */
export interface Printer {
  log(line: string): void;
  error(line: string): void;
}

const LEVELS = { error: '错误', warning: '警告' } as const;

const formatFinding = ({ code, level, file, line, message }: Finding): string =>
  `${file}:${line ?? 1}: ${LEVELS[level]}: ${message}。${FINDINGS[code].advice}。[${code}]`;

/** Prints all findings, sorted, to stderr, with a closing count. */
export function printFindings(findings: readonly Finding[], print: Printer): void {
  for (const entry of findings) print.error(formatFinding(entry));
  const errors = findings.filter((entry) => entry.level === 'error').length;
  if (findings.length > 0) print.error(`共 ${errors} 个错误，${findings.length - errors} 个警告`);
}
