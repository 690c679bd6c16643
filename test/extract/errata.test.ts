import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';
import { errataSchema } from '../../src/domain/aids.ts';
import { type Correction, type Duty, textsOf } from '../../src/domain/duty.ts';
import { LISTS } from '../../src/domain/lists.ts';
import type { Border } from '../../src/extract/borders.ts';
import { applyErrata } from '../../src/extract/errata.ts';
import { extractTownship } from '../../src/extract/index.ts';
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

  it('part two lines that were read as one', () => {
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

describe('a row that was lost is restored', () => {
  const { vocabulary } = openSeedsFolder(seeds);

  /** A seed as it is, without the lines of one duty, and with them restored after the last line before that is not blank. */
  function readings(seed: string, list: string, number: number) {
    const file = documents.find((name) => name.startsWith(seed)) ?? '';
    const lines = readFileSync(join(seeds, file), 'utf8').split('\n');
    const read = (text: string[], errata: Correction[], borders: Border[] = []) => {
      const aids = { ...vocabulary, errata, suspects: [], borders, manifest: {} };
      return extractTownship({ file, bytes: new TextEncoder().encode(text.join('\n')) }, aids);
    };
    const whole = read(lines, []);
    const at = whole.township?.duties.findIndex((each) => each.list === list && each.number === number) ?? 0;
    const [from = 0, to = 0] = whole.township?.duties[at]?.source.lines ?? [];
    const cut = lines.toSpliced(from - 1, to - from + 1);
    const line = lines.slice(0, from - 1).findLastIndex((text) => text.trim() !== '') + 1;
    const was = lines[line - 1]?.slice(-8) ?? '';
    const erratum = { line, was, now: [was, ...lines.slice(from - 1, to)].join('\n'), why: '漏识' };
    const restored = (...borders: Border[]) => read(cut, [erratum], borders);
    return { at, erratum, whole, lost: read(cut, []), restored };
  }

  const codes = (findings: { code: string; line: number | null }[]) =>
    findings.map(({ code, line }) => `${code} ${line}`);
  const words = ({ corrections, marks, source, ...duty }: Duty) => duty;
  /** The texts of a duty, all of each marked as standing nowhere in the document. */
  const allMarked = (duty: Duty) =>
    LISTS[duty.list].columns
      .filter((column) => column !== 'number')
      .flatMap((column) =>
        textsOf(duty, column).map((all, text) => ({ column, text, start: 0, end: all.length, was: '' })),
      );

  it.each([
    ['with tabs between its cells', '001', 'basic', 30, 50],
    ['with lists in its cells', '001', 'cooperative', 30, 177],
    ['of many lines, in column flow', '000', 'cooperative', 16, 697],
    ['of one line, in column flow', '000', 'basic', 20, 53],
  ])('%s', (_, seed, list, number, line) => {
    const { at, erratum, whole, lost, ...read } = readings(seed, list, number);
    const restored = read.restored();
    expect(lost.findings.map(({ code }) => code)).toContain('number-missing');
    expect(codes(restored.findings)).toEqual(codes(whole.findings));
    expect(restored.township?.duties.map(words)).toEqual(whole.township?.duties.map(words));
    const duty = restored.township?.duties[at] as Duty;
    expect(duty.source.lines).toEqual([line, line]);
    expect(duty.corrections).toEqual([erratum]);
    expect(duty.marks).toEqual(allMarked(duty));
    expect(restored.township?.duties[at - 1]).toEqual(whole.township?.duties[at - 1]);
  });

  it('and its borders can be settled', () => {
    const { at, erratum, restored } = readings('000', 'cooperative', 120);
    const text = '牌号码等基本内容的证明材料。';
    const begins = { townshipDuties: { line: erratum.line, text } };
    const { township, findings } = restored({ list: 'cooperative', number: 120, why: '试一试', begins });
    expect(findings).toEqual([]);
    expect(township?.duties[at]?.townshipDuties).toEqual([{ kind: 'paragraph', text }]);
  });
});
