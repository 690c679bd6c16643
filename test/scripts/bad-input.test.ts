/** Broken documents and broken aids: exit code, finding with its line, and `content/` as it was. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildContent } from '../../scripts/lib/content.ts';

const root = join(import.meta.dirname, '../..');
const seed = readdirSync(join(root, 'seeds')).find((name) => name.startsWith('003')) ?? '';
const lines = readFileSync(join(root, 'seeds', seed), 'utf8').split('\n');

/** A whole small document: the cover and the first three rows of each list of a real one. */
const small = ((): string[] => {
  const heads = lines.flatMap((line, at) => (line.endsWith('清单') && line.startsWith('#') ? [at] : []));
  const rows = (at: number) => lines.slice(at, at + 6);
  return [...lines.slice(0, 8), ...heads.flatMap(rows)];
})();
const text = (edit: (lines: string[]) => string[] = (all) => all): string => edit([...small]).join('\n');
/** Index of the row with this number in the nth list (0, 1, 2). */
const rowAt = (list: number, number: number): number =>
  small.flatMap((line, at) => (line.startsWith(`${number}\t`) ? [at] : []))[list] ?? -1;
const put = (at: number, edit: (line: string) => string) => text((all) => all.with(at, edit(all[at] ?? '')));

/** The repository's vocabulary but for one file. */
function vocabularyWithout(missing: string): Record<string, string> {
  const names = readdirSync(join(root, 'seeds/vocabulary')).filter((name) => name !== missing);
  return Object.fromEntries(
    names.map((name) => [`vocabulary/${name}`, readFileSync(join(root, 'seeds/vocabulary', name), 'utf8')]),
  );
}

interface Outcome {
  code: number;
  output: string;
  content: string[];
}

/** Reads a folder holding `files`; the content folder has one old file in it. */
function build(files: Record<string, string | Uint8Array>, prepare?: (folder: string) => void): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  prepare?.(folder);
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  writeFileSync(join(content, 'departments.json'), 'old');
  const lines: string[] = [];
  const print = { log: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const code = buildContent({ seeds: folder, content }, print);
  return {
    code,
    output: lines.join('\n'),
    content: readdirSync(content, { recursive: true }).map(String).sort(),
  };
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
const gb18030 = (words: string): Buffer =>
  execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: words });
/** The bytes with two of no encoding at the beginning of a line, counted from 0. */
const spoilt = (file: Uint8Array, line: number, end = 0x0a): Uint8Array => {
  const at = [...file.entries()].filter(([, byte]) => byte === end)[line - 1]?.[0] ?? -1;
  return file.with(at + 1, 0xff).with(at + 2, 0xff);
};

/** What must be refused: the finding's code, and the line it must name (counted from 1; null: the file as a whole). */
const refused: [string, Record<string, string | Uint8Array>, string, number | null][] = [
  ['an empty file', { 'a.txt': '' }, 'empty-file', null],
  ['a file of blanks', { 'a.txt': '\n \n　\n' }, 'empty-file', null],
  ['a binary file', { 'a.txt': bytes(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xff) }, 'binary-file', null],
  ['text in UTF-16', { 'a.txt': Buffer.from(`\uFEFF${text()}`, 'utf16le') }, 'binary-file', null],
  [
    'text in no known encoding',
    { 'a.txt': bytes(0x41, 0x0a, 0xff, 0xff, 0xfe, 0x41, 0x41) },
    'unknown-encoding',
    2,
  ],
  ['a file cut inside a character', { 'a.txt': encode(text()).slice(0, -1) }, 'cut-row', small.length],
  [
    'a GB 18030 file cut inside a character',
    { 'a.txt': gb18030(text()).subarray(0, -1) },
    'cut-row',
    small.length,
  ],
  ['bad bytes in a UTF-8 file', { 'a.txt': spoilt(encode(text()), 9) }, 'unknown-encoding', 10],
  ['bad bytes in a GB 18030 file', { 'a.txt': spoilt(gb18030(text()), 9) }, 'unknown-encoding', 10],
  [
    'bad bytes in a file of CR lines',
    { 'a.txt': spoilt(gb18030(text().replaceAll('\n', '\r')), 9, 0x0d) },
    'unknown-encoding',
    10,
  ],
  ['half a file', { 'a.txt': text((all) => all.slice(0, rowAt(1, 2))) }, 'list-missing', null],
  [
    'a file cut in the middle of its last row',
    { 'a.txt': put(rowAt(2, 3), (line) => line.slice(0, -14)) },
    'cut-row',
    rowAt(2, 3) + 1,
  ],
  [
    'a row cut after its name',
    { 'a.txt': put(rowAt(1, 2), (line) => line.split('\t').slice(0, 3).join('\t')) },
    'cell-count',
    rowAt(1, 2) + 1,
  ],
  [
    'a row with a cell too many',
    { 'a.txt': put(rowAt(0, 2), (line) => `${line}\t多出的格`) },
    'cell-count',
    rowAt(0, 2) + 1,
  ],
  [
    'a number missing',
    { 'a.txt': text((all) => all.toSpliced(rowAt(0, 2), 1)) },
    'number-missing',
    rowAt(0, 2) + 1,
  ],
  [
    'a number doubled',
    { 'a.txt': put(rowAt(0, 3), (line) => line.replace(/^3/, '2')) },
    'number-doubled',
    rowAt(0, 3) + 1,
  ],
  [
    'a number doubled further down, though its order is accepted',
    {
      'a.txt': text((all) => all.toSpliced(rowAt(0, 3) + 1, 0, '2\t党的建设\t开展党内集中教育')),
      'accepted.yaml': `- { code: number-order, file: a.txt, line: ${rowAt(0, 3) + 2}, reason: 原清单如此 }`,
    },
    'number-doubled',
    rowAt(0, 3) + 2,
  ],
  [
    'an acceptance of a number doubled',
    {
      'a.txt': put(rowAt(0, 3), (line) => line.replace(/^3/, '2')),
      'accepted.yaml': `- { code: number-doubled, file: a.txt, line: ${rowAt(0, 3) + 1}, reason: 原清单重号 }`,
    },
    'number-doubled',
    rowAt(0, 3) + 1,
  ],
  [
    'a row twice',
    { 'a.txt': text((all) => all.toSpliced(rowAt(1, 2), 0, all[rowAt(1, 2)] ?? '', '')) },
    'number-doubled',
    rowAt(1, 2) + 3,
  ],
  [
    'rows out of order',
    {
      'a.txt': text((all) =>
        all.with(rowAt(0, 2), small[rowAt(0, 3)] ?? '').with(rowAt(0, 3), small[rowAt(0, 2)] ?? ''),
      ),
    },
    'number-order',
    rowAt(0, 3) + 1,
  ],
  [
    'an unknown head',
    { 'a.txt': text((all) => all.map((line) => line.replace('承接部门及工作方式', '依据'))) },
    'unknown-head',
    rowAt(2, 1),
  ],
  [
    'a line that is no row',
    { 'a.txt': put(rowAt(0, 2), (line) => `${line}\n附注：以上由县委编办解释`) },
    'unclaimed-line',
    rowAt(0, 2) + 2,
  ],
  [
    'a township in no division table',
    { 'a.txt': text().replaceAll('庆阳湖乡', '桃花源乡') },
    'unknown-township',
    9,
  ],
  ['two documents of one township', { 'a.txt': text(), 'b.txt': text() }, 'township-doubled', null],
  [
    'a script in a cell',
    { 'a.txt': put(rowAt(1, 2), (line) => line.replace('党', '<script>alert(1)</script>党')) },
    'active-markup',
    rowAt(1, 2) + 1,
  ],
  [
    'a handler in a cell',
    { 'a.txt': put(rowAt(1, 2), (line) => `${line}<img src=x onerror=alert(1)>`) },
    'active-markup',
    rowAt(1, 2) + 1,
  ],
  [
    'a script address in a cell',
    { 'a.txt': put(rowAt(0, 2), (line) => `${line}<a href="javascript:alert(1)">看</a>`) },
    'active-markup',
    rowAt(0, 2) + 1,
  ],
  [
    'a bidirectional control character',
    { 'a.txt': put(rowAt(0, 2), (line) => line.replace('党', '党\u202E')) },
    'control-character',
    rowAt(0, 2) + 1,
  ],
  [
    'a stale erratum',
    { 'a.txt': text(), 'errata/a.yaml': '- { line: 3, was: 没有, now: 有, why: 试一试 }' },
    'stale-erratum',
    3,
  ],
  [
    'an ambiguous erratum',
    { 'a.txt': text(), 'errata/a.yaml': '- { line: 3, was: 自治, now: 自制, why: 试一试 }' },
    'ambiguous-erratum',
    3,
  ],
  [
    'an idle erratum',
    { 'a.txt': text(), 'errata/a.yaml': '- { line: 3, was: 新疆, now: 新疆, why: 试一试 }' },
    'idle-erratum',
    3,
  ],
  [
    'a doubled erratum',
    { 'a.txt': text(), 'errata/a.yaml': '- &e { line: 3, was: 新疆, now: 北疆, why: 试一试 }\n- *e' },
    'idle-erratum',
    3,
  ],
  [
    'an erratum without its reason',
    { 'a.txt': text(), 'errata/a.yaml': '- line: 3\n  was: 新疆\n  now: 北疆' },
    'bad-aid',
    1,
  ],
  [
    'an edition in no month',
    { 'a.txt': text(), 'manifest.yaml': 'a.txt: { edition: 2025-13 }' },
    'bad-aid',
    1,
  ],
  [
    'a manifest that names a document otherwise',
    { 'a.txt': text(), 'manifest.yaml': '# 不公布\n"a.TXT":\n  publish: false' },
    'bad-aid',
    2,
  ],
  [
    'a manifest of another name',
    { 'a.txt': text(), 'manifest.yml': 'a.txt: { publish: false }' },
    'bad-aid',
    1,
  ],
  ...['errata', 'suspects', 'borders'].map((kind): (typeof refused)[number] => [
    `${kind} of no document`,
    { 'a.txt': text(), [`${kind}/b.yaml`]: '[]' },
    'bad-aid',
    1,
  ]),
  [
    'a border in a document with tabs',
    {
      'a.txt': text(),
      'borders/a.yaml':
        '- { list: cooperative, number: 2, why: 试一试, begins: { departments: { line: 20, text: 县 } } }',
    },
    'stale-border',
    1,
  ],
  [
    'a suspect that does not stand in its line',
    { 'a.txt': text(), 'suspects/a.yaml': '- { line: 3, text: 没有这句, why: 试一试 }' },
    'bad-aid',
    3,
  ],
  [
    'a suspect beyond the last line',
    { 'a.txt': text(), 'suspects/a.yaml': '- { line: 99999, text: 新疆, why: 试一试 }' },
    'bad-aid',
    99999,
  ],
  ['broken YAML', { 'a.txt': text(), 'manifest.yaml': 'a.txt: [' }, 'bad-aid', 1],
  [
    'an acceptance no longer needed',
    {
      'a.txt': text(),
      'accepted.yaml': '- { code: number-missing, file: a.txt, line: 20, reason: 原清单缺号 }',
    },
    'stale-acceptance',
    null,
  ],
  [
    'an acceptance of lost text',
    {
      'a.txt': text((all) => all.slice(0, rowAt(1, 2))),
      'accepted.yaml': '- { code: list-missing, file: a.txt, line: null, reason: 不要紧 }',
    },
    'bad-aid',
    null,
  ],
  ...['departments.yaml', 'categories.yaml', 'places.yaml', 'synonyms.yaml'].map(
    (name): (typeof refused)[number] => [
      `a vocabulary without ${name}`,
      { 'a.txt': text(), ...vocabularyWithout(name) },
      'bad-aid',
      null,
    ],
  ),
  ['an empty folder', {}, 'empty-file', null],
];

describe('refused, and content/ untouched', () => {
  for (const [name, files, code, line] of refused) {
    test(name, () => {
      const outcome = build(files);
      expect(outcome.output).toContain(`[${code}]`);
      if (line !== null) expect(outcome.output).toMatch(new RegExp(`:${line}: 错误: .*\\[${code}\\]`));
      expect(outcome.code).toBe(1);
      expect(outcome.content).toEqual(['departments.json']);
    });
  }

  test('a file of 200 MB', () => {
    const outcome = build({ 'a.txt': 'x' }, (folder) =>
      truncateSync(join(folder, 'a.txt'), 200 * 1024 * 1024),
    );
    expect(outcome).toMatchObject({ code: 1, content: ['departments.json'] });
    expect(outcome.output).toContain('[file-too-large]');
  });

  test('a symbolic link out of the folder', () => {
    const outcome = build({ 'a.txt': text() }, (folder) => symlinkSync('/etc/passwd', join(folder, 'b.txt')));
    expect(outcome).toMatchObject({ code: 1, content: ['departments.json'] });
    expect(outcome.output).toContain('[outside-folder]');
  });
});

/** What is read all the same, with or without a warning. */
const read: [string, Record<string, string | Uint8Array>, string | null][] = [
  ['the small document', { 'a.txt': text() }, null],
  ['CRLF and a BOM', { 'a.txt': `\uFEFF${text().replaceAll('\n', '\r\n')}` }, null],
  [
    'full-width numbers and spaces',
    {
      'a.txt': text().replace(
        /^([123])\t/gm,
        (_, digit) => `　${String.fromCharCode(0xff10 + Number(digit))}\t`,
      ),
    },
    null,
  ],
  ['no cover', { 'a.txt': text((all) => all.slice(8)) }, null],
  [
    'a cover with a mark in brackets and a date in words',
    { 'a.txt': text((all) => all.with(6, '二〇二五年七月').toSpliced(2, 0, '（内部资料）')) },
    'restricted-mark',
  ],
  [
    'an unknown department',
    { 'a.txt': text().replace(/县委组织部(?=\t)/, '县星际航行局') },
    'unknown-department',
  ],
  ['an unknown tag', { 'a.txt': put(rowAt(1, 2), (line) => `${line}<note>注</note>`) }, 'markup'],
  [
    'a skipped number that is accepted',
    {
      'a.txt': text((all) => all.toSpliced(rowAt(0, 2), 1)),
      'accepted.yaml': `- { code: number-missing, file: a.txt, line: ${rowAt(0, 2) + 1}, reason: 原清单缺第2项 }`,
    },
    null,
  ],
  [
    'a township named by the manifest',
    {
      'a.txt': text().replaceAll('庆阳湖乡', '桃花源乡'),
      'manifest.yaml': 'a.txt: { township: "652327202" }',
    },
    null,
  ],
  [
    'a suspect that stands in its line',
    { 'a.txt': text(), 'suspects/a.yaml': '- { line: 3, text: 新疆, why: 试一试 }' },
    null,
  ],
  [
    'a document that may not be published',
    {
      'a.txt': text(),
      'b.txt': 'x',
      'errata/b.yaml': '- { line: 1, was: x, now: y, why: 试一试 }',
      'manifest.yaml': 'b.txt: { publish: false }',
    },
    null,
  ],
];

describe('read', () => {
  for (const [name, files, code] of read) {
    test(name, () => {
      const outcome = build(files);
      expect(outcome.output).not.toContain('错误:');
      if (code) expect(outcome.output).toContain(`[${code}]`);
      expect(outcome.code).toBe(0);
      expect(outcome.content).toContain('townships/652327202.json');
    });
  }

  test('GB 18030 gives the same text as UTF-8', () => {
    expect(build({ 'a.txt': gb18030(text()) })).toMatchObject({
      code: 0,
      output: build({ 'a.txt': text() }).output,
    });
  });
});

test('the command exits as it says: --check tells of content that the seeds do not give, and writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(join(root, 'content/townships'), join(folder, 'townships'), { recursive: true });
  const args = ['scripts/build-content.ts', '--check', '--content', folder];
  const { status, stderr } = spawnSync('node', args, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('departments.json');
  expect(readdirSync(folder)).toEqual(['townships']);
});
