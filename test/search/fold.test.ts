import { describe, expect, it } from 'vitest';
import { compareWords, findRanges, fold, foldForms, foldWithPlaces } from '../../src/search/fold.ts';

describe('fold', () => {
  it('keeps letters and digits in their plain form and nothing else', () => {
    expect(fold('“卫片” 执法，２０２５ＡＰＰ')).toBe('卫片执法2025app');
    expect(fold('、。（）')).toBe('');
  });
  it('keeps characters beyond the BMP whole', () => expect(fold('𠮷，镇')).toBe('𠮷镇'));
});

it('foldForms writes punctuation in one form and drops white space', () => {
  expect(foldForms('“两委” （村）')).toBe('"两委"(村)');
});

describe('findRanges', () => {
  const ranges = (text: string, ...words: string[]) => findRanges(foldWithPlaces(text), words);
  it('finds a word across punctuation, as a range of the text as printed', () => {
    expect(ranges('对流浪犬、猫的控制', '流浪犬猫')).toEqual([[1, 6]]);
  });
  it('joins ranges that overlap or touch', () => expect(ranges('宅基地', '宅基', '基地')).toEqual([[0, 3]]));
  it('finds all places', () =>
    expect(ranges('安全、安全', '安全')).toEqual([
      [0, 2],
      [3, 5],
    ]));
});

it('compareWords orders by code point, as Pagefind does', () => {
  expect(['\u{20bb7}', '\uff21', '地', '宅基'].sort(compareWords)).toEqual([
    '地',
    '宅基',
    '\uff21',
    '\u{20bb7}',
  ]);
});
