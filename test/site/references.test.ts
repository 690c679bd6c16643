/** What explanations say of places in documents, in the words of seeds/errata and seeds/suspects. */
import { expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { withReferences } from '../../src/site/references.ts';

const { townships } = readContent();
const decisions = townships.flatMap((township) =>
  [...township.corrections, ...township.suspects].map(({ why }) => ({ why, township })),
);

/** The explanation that holds these words, its links as [words→document:line]; `known` are the townships published. */
function read(words: string, known = townships): string {
  const found = decisions.find(({ why }) => why.includes(words));
  if (!found) throw new Error(`no explanation says ${words}`);
  return withReferences(found.why, found.township, known)
    .map((part) => (typeof part === 'string' ? part : `[${part.text}→${placeOf(part.href)}]`))
    .join('');
}

function placeOf(href: string): string {
  const [, code, line] = /\/townships\/(\d{9})\/source\/#L(\d+)$/.exec(href) ?? [];
  return `${townships.find((township) => township.code === code)?.seed.file.slice(0, 3)}:${line}`;
}

it.each([
  [
    'a document and its line',
    '000 第4491行',
    '承接部门栏无部门名，昭苏县喀夏加尔镇 [第4491行→000:4491]同一事项列“县医保局”；与[第404行→001:404]情形一致，当为原文如此，照印。',
  ],
  [
    'documents without a line',
    '001、002、004 亦同',
    '对应上级部门栏的部门名称多识出“台”字。本件[第272→003:272]、[273→003:273]、[276→003:276]、[277行→003:277]的部门栏均作“吉木萨尔县文化体育广播电视和旅游局”，伊宁市喀尔墩乡、英吉沙县萨罕镇、乌恰县乌恰镇 亦同；“广播电视台和旅游局”不成机构名。乌恰县乌恰镇 也有把“广播电视”识作“广播电视台”的同类误识（[第187→004:187]、[222行→004:222]）。',
  ],
  [
    'a stretch of lines, and the text’s own after another document’s',
    '000 第1017—1018行',
    '“學”为繁体，系识读误作；昭苏县喀夏加尔镇 [第1017—1018行→000:1017]“预防中小学生溺水的教育工作”同句作“学”。本清单其余各处均用简体“学”（如[第147行→001:147]“大中专院校学生”）。',
  ],
])('%s', (_, words, expected) => {
  expect(read(words)).toBe(expected);
});

it('no digits of a document are left, and every line is a link, where all documents are published', () => {
  const texts = decisions.map(({ why, township }) => withReferences(why, township, townships));
  const words = texts.flat().filter((part) => typeof part === 'string');
  expect(words.filter((text) => /00\d|第\d+(?:[—、]\d+)*行/.test(text))).toEqual([]);
  expect(texts.flat().length - words.length).toBeGreaterThan(150);
});

it('a document that is not published keeps its digits, and its lines are no links', () => {
  const known = townships.filter(({ seed }) => !seed.file.startsWith('000'));
  expect(read('000 第4491行', known)).toContain('000 第4491行同一事项');
});

it('a line that the document has not is no link', () => {
  const [township] = townships;
  if (township) expect(withReferences('与第99999行同', township, townships)).toEqual(['与第99999行同']);
});
