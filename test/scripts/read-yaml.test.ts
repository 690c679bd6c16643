/** What a person is told of a slip in a hand-kept file: its line, and words that are Chinese throughout. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { readYaml } from '../../scripts/lib/read-yaml.ts';
import { errataSchema, manifestSchema } from '../../src/domain/aids.ts';

const file = join(mkdtempSync(join(tmpdir(), 'yaml-')), 'a.yaml');

/** `line message` of everything that is wrong. */
function told(text: string, schema: z.ZodType = errataSchema): string[] {
  writeFileSync(file, text);
  const { value, findings } = readYaml(file, 'errata/a.yaml', schema, []);
  expect(value).toEqual([]);
  expect(findings.every((entry) => entry.code === 'bad-aid' && entry.file === 'errata/a.yaml')).toBe(true);
  return findings.map(({ line, message }) => `${line} ${message}`);
}

const erratum = (edit: (lines: string[]) => string[]): string =>
  edit([
    '- line: 171',
    '  was: 组织、监督学校开展预防中小學生',
    '  now: 组织、监督学校开展预防中小学生',
    '  why: 系识读误作',
  ]).join('\n');
const withLine = (at: number, line: string) => erratum((lines) => lines.with(at, line));

it.each([
  ['a key left out', erratum((lines) => lines.slice(0, 3)), '1 0.why：缺少这一项'],
  ['a number for a text', withLine(2, '  now: 2025'), '3 0.now：无效输入：期望 文字，实际接收 数字'],
  ['a fraction', withLine(0, '- line: 17.1'), '1 0.line：无效输入：期望 整数，实际接收 数字'],
  ['no text', withLine(1, '  was:\n    ""'), '2 0.was：数值过小：期望 文字 >=1 字符'],
  ['a key of another name', erratum((lines) => [...lines, '  by: 甲']), '1 0：出现未知的键(key): "by"'],
  ['no list', 'line: 171', '1 全文：无效输入：期望 数组，实际接收 若干“键: 值”'],
  ['a bracket that is not closed', '- { line: 171', '1 YAML 语法错误：缩进不对，或括号没有闭合'],
  ['a key twice', erratum((lines) => [...lines, '  why: 误']), '5 YAML 语法错误：同一个键写了两次'],
  ['asterisks', withLine(1, '  was: **483**'), '2 以星号开头的文字要加引号'],
  ['a backtick', withLine(1, '  was: `483`'), '2 YAML 语法错误：以特殊符号开头的文字要加引号'],
])('%s', (_, text, message) => {
  expect(told(text)).toEqual([message]);
});

it.each([
  [
    'a code without quotes',
    'a.txt: { township: 654026101 }',
    '1 a.txt.township：应为加引号的 9 位代码，或写全的乡镇',
  ],
  ['an address that is none', 'a.txt:\n  edition: 2025-07\n  address: 不详', '3 a.txt.address：无效URL'],
  ['yes', 'a.txt:\n  publish: yes', '2 a.txt.publish：无效输入：期望 true 或 false，实际接收 文字'],
])('%s', (_, text, message) => {
  expect(told(text, manifestSchema)).toEqual([message]);
});
