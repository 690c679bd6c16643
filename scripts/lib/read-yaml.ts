/** Reads a hand-kept YAML file against its schema; what is wrong in it becomes findings with its line. */
import { existsSync, readFileSync } from 'node:fs';
import {
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { z } from 'zod';
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
  const bad = (at: number | undefined, message: string): Finding =>
    finding('bad-aid', name, at === undefined ? null : lines.linePos(at).line, message);
  const syntax = [
    ...document.errors.map(({ pos, code }) => bad(pos[0], `YAML 语法错误：${SYNTAX[code] ?? code}`)),
    ...strayAliases(document).map(({ range }) => bad(range?.[0], '以星号开头的文字要加引号')),
  ];
  if (syntax.length > 0) return { value: absent, findings: syntax };
  const parsed = schema.safeParse(document.toJS() ?? absent, { error: chinese });
  if (parsed.success) return { value: parsed.data, findings: [] };
  const findings = parsed.error.issues.map(({ path, message }) =>
    bad(startOf(document, path as (string | number)[]), `${path.join('.') || '全文'}：${plainly(message)}`),
  );
  return { value: absent, findings };
}

/** The slips that people make. */
const SYNTAX: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不对，或括号没有闭合',
  BAD_SCALAR_START: '以特殊符号开头的文字要加引号',
  BLOCK_AS_IMPLICIT_KEY: '含有冒号和空格的文字要加引号，或缩进不对',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '缺少引号、短横或冒号',
  MULTILINE_IMPLICIT_KEY: '键后要有半角冒号和空格',
  TAB_AS_INDENT: '缩进要用空格，不用制表符',
  UNEXPECTED_TOKEN: '有多余的文字',
};

/** `was: **483**` is for YAML a reference to something named before. */
function strayAliases(document: Document): Node[] {
  const stray: Node[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document)) stray.push(alias);
    },
  });
  return stray;
}

const { localeError: chinese } = z.locales.zhCN();

/** The names of types that zod's Chinese leaves as they are. */
const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  object: '若干“键: 值”',
};

const plainly = (message: string): string =>
  message
    .replace(/^.*实际接收 undefined$/, '缺少这一项')
    .replace(/(?<=期望 |实际接收 )\w+/g, (type) => TYPES[type] ?? type);

/** Where the key or the entry at a path begins, or the one it is missing from. */
function startOf(document: Document, path: readonly (string | number)[]): number | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent)
    ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
    : undefined;
  const at = [pair?.key, document.getIn(path, true), parent].find(isNode);
  return at?.range?.[0];
}
