/** What must hold for any text: nothing is lost, nothing throws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';
import { clausesText } from '../../src/domain/clause.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { Township } from '../../src/domain/township.ts';
import { readCell, strikeTags } from '../../src/extract/cells.ts';
import { readClauses } from '../../src/extract/clauses.ts';
import type { Finding } from '../../src/extract/finding.ts';
import { extractTownship, type Stages } from '../../src/extract/index.ts';
import type { Line } from '../../src/extract/rows.ts';
import { bareText, tidyText } from '../../src/extract/text.ts';

const seeds = join(import.meta.dirname, '../../seeds');
const { vocabulary } = openSeedsFolder(seeds);
const aids = { ...vocabulary, errata: [], suspects: [], borders: [], manifest: {} };

/** Text as cells hold it: Han, marks, markers, white space, Latin, angle brackets. */
const word = fc.constantFrom(
  ...[
    '县公安局',
    '负责',
    '1.',
    '2.',
    '一、',
    '（二）',
    '①',
    '。',
    '；',
    '：',
    '，',
    ' ',
    '　',
    '\n',
    '“三救”工作',
  ],
  ...[
    '工作方式：',
    'APP',
    '5G',
    '12345',
    '<',
    '>',
    '&',
    '&amp;',
    '3.5',
    '承接部门：',
    '英吉沙县教育局：',
    '县教育局 ',
  ],
);
const tag = fc.constantFrom(
  '<p>',
  '</p>',
  '<ol style="list-style-type: none">',
  '</ol>',
  '<li>',
  '</li>',
  '<br>',
);
const words = fc.array(word, { maxLength: 30 }).map((all) => all.join(''));
const cell = fc.array(fc.oneof(word, tag), { maxLength: 40 }).map((all) => all.join(''));

/** A cell's text by the plainest means. */
const plain = (text: string): string =>
  bareText(text.replace(/<\/?(?:p|ol|li|br)(?: style="[^"]*")?>/g, '').replaceAll('&amp;', '&'));

test('tidyText takes out white space and nothing else, and is done at once', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(bareText(tidyText(text))).toBe(bareText(text));
      expect(tidyText(tidyText(text))).toBe(tidyText(text));
    }),
  );
});

test('a cell keeps every character that is not layout markup', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { blocks } = readCell(text, 1, 'in.txt');
      expect(bareText(blocks.map((block) => block.text).join(''))).toBe(plain(text));
      expect(bareText(strikeTags(text))).toBe(plain(text));
    }),
    { numRuns: 1000 },
  );
});

test('clauses keep every character of their cell, in order', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { blocks } = readCell(text, 1, 'in.txt');
      const clauses = readClauses(blocks, (line) => vocabulary.departments.isHeading(line));
      expect(bareText(clausesText(clauses))).toBe(bareText(blocks.map((block) => block.text).join('')));
    }),
    { numRuns: 500 },
  );
});

test('any bytes are read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(extractTownship({ file: 'in.txt', bytes }, aids).findings.length).toBeGreaterThan(0);
    }),
  );
});

/** A seed with lines taken out, doubled, swapped, cut or joined. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('drop', 'double', 'swap', 'cut', 'join'),
    at: fc.nat(),
    length: fc.nat(40),
  }),
  { minLength: 1, maxLength: 4 },
);

function damaged(
  lines: readonly string[],
  changes: { kind: string; at: number; length: number }[],
): string[] {
  return changes.reduce<string[]>(
    (all, { kind, at, length }) => {
      const i = at % all.length;
      const [here = '', next = ''] = [all[i], all[i + 1]];
      if (kind === 'drop') return all.toSpliced(i, 1);
      if (kind === 'double') return all.toSpliced(i, 0, here);
      if (kind === 'swap') return all.toSpliced(i, 2, next, here);
      if (kind === 'cut') return all.with(i, here.slice(0, length));
      return all.toSpliced(i, 2, here + next);
    },
    [...lines],
  );
}

/** Lines whose words are published; heads, page marks and the table of contents say nothing of their own. */
const PUBLISHED = ['cover', 'preface', 'heading', 'row'];

/** The words of a line that must stand together in what is published: cell by cell, without a converter's marks. */
const wordsOf = (line: string): string[] =>
  line.split('\t').map((text) => plain(text.replace(/^\s*#+|\*\*/g, '')));

/** What is published of a line: the duties read from there, in the order of their columns, else all that is no duty. */
function publishedAt({ cover, preface, lists, duties }: Township, line: number): string[] {
  const own = duties.filter(({ source: { lines } }) => lines[0] <= line && line <= lines[1]);
  const rest = ['说明', ...cover, ...preface.map(({ text }) => text), ...lists.map(({ heading }) => heading)];
  return own.length === 0 ? [bareText(rest.join(''))] : own.map(wordsOfDuty);
}

const wordsOfDuty = (duty: Duty): string => {
  const { number, category, name, departmentsText, superiorDuties, townshipDuties, takeover } = duty;
  const clauses = [superiorDuties, townshipDuties, takeover].map((cell) => clausesText(cell ?? []));
  return bareText([number, category, name, departmentsText, ...clauses].join(''));
};

/** Lines of which some words are neither published nor reported. */
function lostLines(township: Township, stages: Stages, errors: Finding[]): Line[] {
  const reported = new Set(errors.map(({ line }) => line));
  return stages.corrected.filter((line) => {
    const claim = stages.sections.claims.get(line) ?? 'row';
    if (reported.has(line.number) || !PUBLISHED.includes(claim)) return false;
    const published = publishedAt(township, line.number);
    return wordsOf(line.text).some((words) => !published.some((text) => text.includes(words)));
  });
}

test.each(readdirSync(seeds).filter((name) => name.endsWith('.txt')))(
  'every word of a damaged %s is published where it stands, or its line is reported',
  (file) => {
    const lines = readFileSync(join(seeds, file), 'utf8').split('\n');
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = new TextEncoder().encode(damaged(lines, changes).join('\n'));
        const { township, stages, findings } = extractTownship({ file, bytes }, aids);
        expect(findings.map(({ code }) => code)).not.toContain('text-lost');
        const errors = findings.filter(({ level }) => level === 'error');
        if (township && stages) expect(lostLines(township, stages, errors)).toEqual([]);
        else expect(errors).not.toEqual([]);
      }),
      { numRuns: file.startsWith('000') ? 5 : 25 }, // column flow takes longer
    );
  },
  60_000,
);
