/** Reads a hand-kept YAML file against its schema; what is wrong in it becomes findings with its line. */
import { existsSync, readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Finding, finding } from '../../src/extract/finding.ts';

/**
 * The file's value, or `absent` where there is no such file. `name` is how findings call it.
 * On findings the value is `absent` as well.
 */
export function readYaml<T>(
  path: string,
  name: string,
  schema: z.ZodType<T>,
  absent: T,
): { value: T; findings: Finding[] } {
  if (!existsSync(path)) return { value: absent, findings: [] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
  const syntax = document.errors.map((error) =>
    finding(
      'bad-aid',
      name,
      error.linePos?.[0].line ?? null,
      `YAML 语法错误：${error.message.split('\n')[0]}`,
    ),
  );
  if (syntax.length > 0) return { value: absent, findings: syntax };
  const parsed = schema.safeParse(document.toJS() ?? absent);
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.map((issue) => {
    const node = document.getIn(issue.path as (string | number)[], true);
    const parent = document.getIn(issue.path.slice(0, -1) as (string | number)[], true);
    const at = [node, parent].find((candidate) => isNode(candidate) && candidate.range);
    const line = isNode(at) && at.range ? lines.linePos(at.range[0]).line : null;
    return finding('bad-aid', name, line, `${issue.path.join('.') || '全文'}：${issue.message}`);
  });
  return { value: absent, findings };
}
