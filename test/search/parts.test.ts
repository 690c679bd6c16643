/** Known words in queries that find nothing. */
import { describe, expect, it } from 'vitest';
import { choices, knownWords, partsIn } from '../../src/search/query/parts.ts';

const titles = ['开展防溺水工作', '农村宅基地审批', '做好房屋征收工作', '残疾人服务'];
const hints = { titles, words: ['2122', '2122', '2222', '32'] }; // 宅基地 as 1 and 2
const known = knownWords(hints, ['拆迁', '盖房子', '盖房', '路灯']);

describe('known words in a query', () => {
  it.each([
    ['路灯坏了', '路灯'],
    ['我家要盖房子', '盖房子'],
    ['房屋拆迁', '房屋 拆迁'],
    ['农村的宅基地', '农村 宅基地'],
    ['农村宅基地太小', '农村宅基地'],
    ['宅基审', ''], // parts of words
    ['打架', ''],
  ])('%s: %s', (query, words) => expect(partsIn(query, known).join(' ')).toBe(words));
});

describe('choices among words', () => {
  const shares = new Map([
    ['房屋', 0.03],
    ['拆迁', 0],
    ['宅基地', 0.01],
    ['工作', 0.4],
  ]);
  it('begin with all, and go on with those of most characters, sayings and rare words first', () => {
    expect(choices(['房屋', '拆迁'], shares)).toEqual([['房屋', '拆迁'], ['拆迁'], ['房屋']]);
    expect(choices(['宅基地', '拆迁'], shares)).toEqual([['宅基地', '拆迁'], ['宅基地'], ['拆迁']]);
  });
  it('are never a common word alone', () => {
    expect(choices(['工作'], shares)).toEqual([]);
    expect(choices(['工作', '拆迁'], shares)).toEqual([['工作', '拆迁'], ['拆迁']]);
  });
  it('are of five words at most', () =>
    expect(choices(['a', 'b', 'c', 'd', 'e', 'f'], shares)).toHaveLength(31));
});
