/**
 * Findings: what is wrong or doubtful in a document, as data. They are collected by every stage, printed once
 * (scripts/lib/print-findings.ts) and decide the exit code. A throw, by contrast, means a bug of ours.
 */

type Level = 'error' | 'warning';

/** The closed catalogue: text that could be lost or wrong is an error, doubtful but kept is a warning. */
export const FINDINGS = {
  // the file
  'empty-file': { level: 'error', advice: '请重新取得原文件' },
  'binary-file': { level: 'error', advice: '请放入纯文本（.txt）文件' },
  'unknown-encoding': { level: 'error', advice: '请转存为 UTF-8 或 GB 18030 编码' },
  'file-too-large': { level: 'error', advice: '请确认文件无误，必要时拆分' },
  'outside-folder': { level: 'error', advice: '请把文件本身放进文件夹，不要使用符号链接' },
  'control-character': { level: 'error', advice: '请核对原文，用勘误（errata）去掉该字符' },
  // the parts of a document
  'list-missing': { level: 'error', advice: '请核对原文件是否完整' },
  'list-doubled': { level: 'error', advice: '请核对原文件，一份文件只应有一个乡镇的三张清单' },
  'unknown-head': { level: 'error', advice: '请核对表头文字；新的写法请在 src/extract/sections.ts 中补充' },
  'unclaimed-line': {
    level: 'error',
    advice: '请核对原文，误读的用勘误改正；表末的注确属末项的，在 seeds/borders/ 中写明 ends',
  },
  // rows and cells
  'number-missing': {
    level: 'error',
    advice: '请核对原文；漏识的用勘误补回，原清单确实缺号的，在 accepted.yaml 中写明理由',
  },
  'number-doubled': {
    level: 'error',
    advice: '请核对原文；一个序号只能有一项，原清单确实重号的，用勘误改正序号',
  },
  'number-order': {
    level: 'error',
    advice: '请核对原文的行序；原清单确实如此的，在 accepted.yaml 中写明理由',
  },
  'cell-count': { level: 'error', advice: '请核对原文该行的单元格是否缺失或多出' },
  'empty-cell': { level: 'warning', advice: '请核对原文；原清单确实空白的，在 accepted.yaml 中写明理由' },
  'cut-row': { level: 'error', advice: '该行文字似被截断，请核对原文是否完整' },
  'text-lost': { level: 'error', advice: '读出的文字与原文不符，这是程序错误，请报告' },
  'doubtful-border': { level: 'warning', advice: '请核对单元格分界，并在 seeds/borders/ 中写明' },
  'doubtful-end': {
    level: 'warning',
    advice: '请核对原文；确属该项的，在 seeds/borders/ 中写明 ends，不属该项的，用勘误去掉',
  },
  'stale-border': { level: 'error', advice: '请核对或删除 seeds/borders/ 中的这一条' },
  markup: { level: 'warning', advice: '标记已按文字公布，请核对原文' },
  'unpaired-tag': { level: 'warning', advice: '文字未受影响；请核对原文，或在 accepted.yaml 中写明理由' },
  'active-markup': { level: 'error', advice: '请核对原文，用勘误去掉该标记' },
  // what the document says of itself
  'unknown-township': { level: 'error', advice: '请在 seeds/manifest.yaml 中写明该文件的 township 代码' },
  'township-doubled': {
    level: 'error',
    advice: '请只保留其中一份，或在 seeds/manifest.yaml 中写明 publish: false',
  },
  'declared-differs': { level: 'warning', advice: '文件自述与实际读出不一致，将如实公布' },
  'impossible-date': {
    level: 'warning',
    advice: '请核对原文；误读的用勘误改正，原文如此的在 accepted.yaml 中写明理由',
  },
  'restricted-mark': {
    level: 'warning',
    advice: '请确认可以公开；不可公开的在 seeds/manifest.yaml 中写明 publish: false',
  },
  // names
  'unknown-department': { level: 'warning', advice: '请在 seeds/vocabulary/departments.yaml 中补充该部门' },
  'unknown-category': { level: 'warning', advice: '请在 seeds/vocabulary/categories.yaml 中补充该类别' },
  // the aids beside the documents
  'bad-aid': { level: 'error', advice: '请按 README 的说明改正' },
  'stale-erratum': { level: 'error', advice: '原文该行已无此文字，请核对或删除这一条勘误' },
  'ambiguous-erratum': {
    level: 'error',
    advice: '请把该文字写长到行内只有一处；改同一处的几条勘误请合并为一条',
  },
  'idle-erratum': { level: 'error', advice: '勘误前后相同或重复，请删除' },
  'stale-acceptance': { level: 'error', advice: '该问题已不存在，请从 accepted.yaml 中删除' },
} as const satisfies Record<string, { level: Level; advice: string }>;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  code: FindingCode;
  level: Level;
  /** The file's name as in the seeds folder: 001_….txt, errata/001_….yaml */
  file: string;
  line: number | null;
  /** What was found, in Chinese, one sentence without the place and the advice. */
  message: string;
}

/** A finding of the catalogue at a place. */
export const finding = (code: FindingCode, file: string, line: number | null, message: string): Finding => ({
  code,
  level: FINDINGS[code].level,
  file,
  line,
  message,
});

/** Order of printing: file, line, code. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0) || a.code.localeCompare(b.code, 'en');
