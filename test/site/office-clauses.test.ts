/** Of whom a clause speaks: cut from the five documents. */
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../src/domain/duty.ts';
import { type FindNames, readTexts } from '../../src/site/office-clauses.ts';

/** Finds 县…局, and after 、 …局 alone; the name without 县 is the key. */
const find: FindNames = (text) =>
  [...text.matchAll(/(?:县|(?<=、))(\p{Script=Han}{2,6}?局)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    office: match[1] ?? '',
  }));

const speaksOf = (...clauses: [kind: 'section' | 'department' | 'item', text: string][]): string[][] => {
  const superiorDuties = clauses.map(([kind, text]) => ({ kind, text }));
  const duty = { superiorDuties, townshipDuties: null, takeover: null } as unknown as Duty;
  return readTexts(duty, find).superiorDuties.map((clause) => clause.speaksOf);
};

describe('a clause speaks of an office', () => {
  it('under its heading, until the next heading or section', () => {
    expect(
      speaksOf(
        ['department', '县水利局：'],
        ['item', '制定规划；'],
        ['department', '县公安局'],
        ['item', '维持秩序。'],
        ['section', '二、防汛'],
        ['item', '组织演练。'],
      ),
    ).toEqual([['水利局'], ['水利局'], ['公安局'], ['公安局'], [], []]);
  });

  it.each([
    ['县公安局负责犬只的备案登记；', ['公安局']],
    ['县水利局、农业农村局依职责分工监督', ['水利局', '农业农村局']],
    ['建设单位提出申请，县林草局出具用地说明', ['林草局']],
    ['由县民政局负责收养登记', ['民政局']],
    ['会同县司法局、公安局，对候选人进行资格审查', ['司法局', '公安局']],
    ['会同县司法局、公安局向社会公开发布公告', ['司法局', '公安局']],
    ['发现问题上报县林草局。', []],
    ['及时上报县林草局、自然资源局处置', []],
    ['按照县水利局的要求整改', []],
    ['制定工作方案', []],
  ])('where it acts: %s', (text, offices) => {
    expect(speaksOf(['item', text])).toEqual([offices]);
  });
});
