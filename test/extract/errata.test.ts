import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errataSchema } from '../../src/domain/aids.ts';
import { applyErrata } from '../../src/extract/errata.ts';
import { readLines } from '../../src/extract/line.ts';

/** One line through corrections given as `was→now`: the text that comes out, and the codes of what is wrong. */
function correct(text: string, ...errata: string[]): [string, ...string[]] {
  const { lines, findings } = applyErrata(
    [{ number: 7, text }],
    errata.map((each) => {
      const [was = '', now = ''] = each.split('→');
      return { line: 7, was, now, why: '试一试' };
    }),
    'a.txt',
  );
  expect(findings.every(({ file, line }) => file === 'a.txt' && line === 7)).toBe(true);
  return [lines.map((line) => line.text).join('\n'), ...findings.map(({ code }) => code)];
}

describe('corrections of one line', () => {
  it('are all made, in whatever order they are written and however long', () => {
    const errata = ['预防中小學生→预防中小学生', '组织、→组织 ', '溺水→溺亡'];
    for (const order of [errata, errata.toReversed()])
      expect(correct('组织、监督学校开展预防中小學生溺水', ...order)).toEqual([
        '组织 监督学校开展预防中小学生溺亡',
      ]);
  });

  it('are made where the line as received says, side by side too', () => {
    expect(correct('abcabd', 'abc→abd', 'abd→XXX')).toEqual(['abdXXX']);
    expect(correct('abcabd', 'abd→abc', 'abc→')).toEqual(['abc']);
  });

  it('are an error where two change the same text', () => {
    expect(correct('学生溺水', '学生溺→学员溺', '生溺水→生溺亡')).toEqual(['学员溺水', 'ambiguous-erratum']);
    expect(correct('学生溺水', '学生溺水→学员溺水', '生溺→员溺')).toEqual(['学员溺水', 'ambiguous-erratum']);
  });

  it('are an error where the text stands more than once, overlapping itself too', () => {
    expect(correct('日日日新', '日日→日')).toEqual(['日日日新', 'ambiguous-erratum']);
    expect(correct('学生学生', '学生→学员')).toEqual(['学生学生', 'ambiguous-erratum']);
  });

  it('restore a lost line', () => {
    expect(correct('12 平安法治 13 民生', ' 13→\n13')).toEqual(['12 平安法治\n13 民生']);
  });
});

const seeds = join(import.meta.dirname, '../../seeds');
const documents = readdirSync(seeds).filter((name) => name.endsWith('.txt'));

it.each(documents)('%s: every correction stands in its line', (file) => {
  const errata = errataSchema.parse(
    parse(readFileSync(join(seeds, 'errata', file.replace('.txt', '.yaml')), 'utf8')),
  );
  const { lines, findings } = applyErrata(
    readLines(readFileSync(join(seeds, file)), file).lines,
    errata,
    file,
  );
  expect(findings).toEqual([]);
  for (const { line, now } of errata)
    expect(
      lines
        .filter(({ number }) => number === line)
        .map(({ text }) => text)
        .join('\n'),
    ).toContain(now);
});
