import { describe, expect, it } from 'vitest';
import { excerpt, holds, holdsLetters, printedCells } from '../../src/search/query/excerpt.ts';
import { alternatives, expansions } from '../../src/search/query/expand.ts';
import { applyFilters, facetCounts } from '../../src/search/query/filter.ts';
import { namesOf, nearestWords, oneWord, wordsIn } from '../../src/search/query/nearest.ts';
import { findSound, hear, titleReadings } from '../../src/search/query/pinyin.ts';
import { byRank, grouped, type Standing } from '../../src/search/query/rank.ts';
import { queryWord, queryWords, unquoted } from '../../src/search/query/word.ts';

describe('words of a query', () => {
  it('are parted by white space, full-width space too; punctuation alone asks for nothing', () => {
    expect(queryWords(' 防溺水　公安局 、 ').map(({ text }) => text)).toEqual(['防溺水', '公安局']);
  });
  it('know where punctuation was typed', () => {
    expect(queryWord('“两委”干')).toMatchObject({ text: '两委干', steps: [false, true], punctuated: true });
    expect(queryWord('Ａ1')).toMatchObject({ text: 'a1', steps: [false], punctuated: false });
  });
});

describe('quotation marks', () => {
  it.each(['“宅基地”', '"宅基地"', '「宅基地」', ' ＂宅基地＂ '])(
    'around all of a query are not meant: %s',
    (query) => expect(unquoted(query)).toBe('宅基地'),
  );
  it.each(['“两委”干部', '“两委”“干部”', '"a" "b"', '“两委', '“”', '"', '宅基地'])('stay: %s', (query) =>
    expect(unquoted(query)).toBe(query),
  );
});

describe('synonyms', () => {
  const known = [
    ['低保', '最低生活保障'],
    ['保', '保护'],
    ['狼', '野生动物'],
    ['人社局', '人力资源和社会保障局'],
  ];
  const texts = (word: string) => alternatives(word, known).map(({ text }) => text);
  it('stand for a word, or for the longest saying inside it', () => {
    expect(texts('低保')).toEqual(['最低生活保障']);
    expect(texts('县人社局')).toEqual(['县人力资源和社会保障局']);
  });
  it('of one character only for the whole word', () => {
    expect(texts('狼')).toEqual(['野生动物']);
    expect(texts('狼牙')).toEqual([]);
  });
  it('are told once for each saying', () => {
    const used = [
      { say: '医保', mean: '医疗保险' },
      { say: '医保', mean: '医疗保障' },
      { say: '医保', mean: '医疗保险' },
    ];
    expect(expansions(used)).toEqual([{ say: '医保', means: ['医疗保险', '医疗保障'] }]);
  });
});

describe('pinyin', () => {
  const hints = {
    titles: ['农村宅基地审批', '重庆“两委”'],
    of: [0, 1],
    words: ['232', '2121'],
    readings: {
      nong: '农',
      cun: '村',
      zhai: '宅',
      ji: '基',
      di: '地',
      shen: '审',
      pi: '批',
      zhong: '重',
      qing: '庆',
      liang: '两',
      wei: '委',
    },
    odd: [[1, 0, 'chong']] as [number, number, string][],
    traditional: '',
  };
  const readings = titleReadings(hints);
  const sound = (letters: string, title = 0) =>
    findSound(readings[title] ?? [], letters, new Set([0, 2, 5, 7]));
  it.each(['zhaijidi', 'zjd', 'zhjd', 'zhaijd', "zhai'ji'di", 'zhaijid'])('%s is 宅基地', (letters) => {
    expect(sound(letters)).toMatchObject({ start: 2, end: 5 });
  });
  it('uses the reading a title has, and reads over punctuation', () => {
    expect(sound('chongqing', 1)).toMatchObject({ start: 0, end: 2 });
    expect(sound('zhongqing', 1)).toBeNull();
    expect(sound('qinglw', 1)).toMatchObject({ start: 1, end: 5 });
  });
  it('begins with a syllable', () => expect(sound('haijidi')).toBeNull());
  it('tells the words heard', () => {
    expect(hear(hints, readings, 'zjd')).toEqual([{ mean: '宅基地', pages: [0], nameAt: 2, whole: true }]);
  });
});

describe('nearest words', () => {
  const titles = ['防溺水工作', '农村宅基地审批', '开展（镇）领导班子考核'];
  const names = namesOf({ titles, words: ['122', '232', '2111422'] });
  it('differ in few characters, or are the longest parts that occur', () => {
    expect(nearestWords('防逆水', names)).toEqual(['防溺水']);
    expect(nearestWords('宅基地复垦', names)).toEqual(['宅基地']);
    expect(nearestWords('量子', names)).toEqual([]);
  });
  it('are whole words', () => {
    expect(nearestWords('做好领导班子', names)).toEqual(['领导班子']);
    expect(nearestWords('镇领导班组', names)).toEqual(['镇领导班子']);
    expect(nearestWords('修村宅基地审', names)).toEqual(['宅基地']);
  });
  it('begin a word where none is whole, and never inside one', () => {
    expect(nearestWords('宅基宅基', names)).toEqual(['宅基']);
    expect(nearestWords('基地村宅', names)).toEqual([]);
  });
  it('part a query that is several words', () => {
    const known = [...names, oneWord('低保')];
    expect(wordsIn('宅基地的防溺水', known)).toEqual(['宅基地', '防溺水']);
    expect(wordsIn('基地审批低保', known)).toEqual(['审批', '低保']);
  });
  it('are each offered once', () =>
    expect(wordsIn('防溺水宅基地防溺水', names)).toEqual(['防溺水', '宅基地']));
  it('are looked for in the beginning of a long text only', () => {
    const long = `宅基地${'无'.repeat(10_000)}防溺水`;
    expect(wordsIn(long, names)).toEqual(['宅基地']);
    expect(nearestWords(long, names)).toEqual(['宅基地']);
  });
});

describe('excerpts', () => {
  const cells = printedCells(`县公安局\n\n1.\t${'甲'.repeat(60)}；\n2.\t开展防溺水${'乙'.repeat(200)}`);
  it('are printed text around the words, cut ends shown', () => {
    const { text, marks } = excerpt(cells, ['防溺水']);
    expect(text).toMatch(/^…甲+；2\.开展防溺水乙+…$/);
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['防溺水']);
  });
  it('begin the text where only the name has the words', () => {
    expect(excerpt(cells, ['没有']).text).toMatch(/^1\.甲/);
    expect(excerpt([], ['没有'])).toEqual({ text: '', marks: [] });
  });
  it('settle what a text holds, with markers and without', () => {
    const content = '1.\t巡查。\n2.\t上报';
    expect(holds(content, '查。2.上', (text) => text)).toBe(true);
    expect(holdsLetters(content, '巡查上报')).toBe(true);
    expect(holdsLetters(content, '查2上')).toBe(true);
    expect(holdsLetters('甲\n\n乙', '甲乙')).toBe(false);
  });
});

describe('rank', () => {
  const standing = (changes: Partial<Standing>): Standing => ({
    page: 0,
    exact: false,
    tier: 2,
    inName: 0,
    length: 5,
    at: 0,
    count: 1,
    ...changes,
  });
  it('puts the exact name first, then names, then texts; as typed before as meant', () => {
    const ranked = [
      { page: 5, tier: 3 },
      { page: 4, tier: 2 },
      { page: 3, tier: 1 },
      { page: 2, tier: 0, length: 9 },
      { page: 1, tier: 0 },
      { page: 0, exact: true, tier: 0, length: 20 },
    ];
    expect(
      ranked
        .map(standing)
        .sort(byRank)
        .map(({ page }) => page),
    ).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it('keeps the pages of a duty together', () => {
    expect(grouped([4, 7, 5], (page) => page % 3)).toEqual([[4, 7], [5]]);
  });
});

describe('filters', () => {
  const values = {
    township: [],
    list: [
      ['basic', '基本'],
      ['reclaimed', '收回'],
    ],
    category: [],
    department: [['jiaoyu-ju', '教育局']],
  } as never;
  const pages = {
    township: new Map(),
    list: new Map([
      ['基本', new Set([1, 2])],
      ['收回', new Set([3])],
    ]),
    category: new Map(),
    department: new Map([['教育局', new Set([2, 3])]]),
  };
  it('combine: one value of each facet must fit', () => {
    expect(
      applyFilters(
        [1, 2, 3, 4],
        { list: ['basic', 'reclaimed'], department: 'jiaoyu-ju' },
        { values, pages },
      ),
    ).toEqual([2, 3]);
    expect(applyFilters([1, 2, 3, 4], { list: '收回' }, { values, pages })).toEqual([3]);
    expect(applyFilters([1, 2], { list: 'unknown' }, { values, pages })).toEqual([]);
  });
  it('count every value under the other facets', () => {
    const counted = facetCounts([1, 2, 3, 4], { list: 'basic' }, { values, pages });
    expect(counted.list.map(({ count }) => count)).toEqual([2, 1]);
    expect(counted.department.map(({ count }) => count)).toEqual([1]);
  });
});
