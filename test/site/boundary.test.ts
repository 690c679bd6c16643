/** What the box of a duty's page answers, from the text alone. */
import { expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { arrange } from '../../src/site/entries.ts';
import { boundaryAnswers } from '../../src/site/views/boundary.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';

const book = arrange({ ...readContent(), ...readVocabulary() });
const answers = (id: string) =>
  book.entries.filter((entry) => entry.id === id).flatMap((entry) => boundaryAnswers(entry));

it.each([
  ['654026101/reclaimed/1', '不再开展此项工作'],
  ['654002203/reclaimed/14', '不再开展此项工作'],
  [
    '653123103/reclaimed/1',
    '工作方式：负责出具婚姻状况证明（婚姻关系证明）。分居证明因法律失效不在开展此项工作。',
  ],
])('%s: a single short clause is given word for word', (id, words) => {
  expect(answers(id)).toContainEqual({ question: '现在怎样办', answer: words, href: '#takeover' });
});

it.each([
  ['654002203/reclaimed/15', '现在怎样办', '承接部门及工作方式，1 条'],
  ['653024100/cooperative/31', '上级部门做什么', '上级部门职责，23 条'],
])('%s: what is long is counted', (id, question, words) => {
  expect(answers(id)).toContainEqual(expect.objectContaining({ question, answer: words }));
});
