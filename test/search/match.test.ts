import { describe, expect, it } from 'vitest';
import { recordWords } from '../../src/search/build/words.ts';
import type { IndexReader, Posting } from '../../src/search/index-reader.ts';
import { cover, matchWord } from '../../src/search/query/match.ts';
import { queryWord } from '../../src/search/query/word.ts';

/** An index over texts, as Pagefind would make it; `name|cell` parts a name from its text. */
function indexOf(...texts: string[]): Pick<IndexReader, 'postings' | 'postingsFrom' | 'heavy'> {
  const words = new Map<string, Map<number, Posting>>();
  texts.forEach((text, page) => {
    const [title = '', ...cells] = text.split('|');
    const record = { url: '', title, names: [], cells: cells.map((cell) => [{ text: cell }]), filters: {} };
    recordWords(record).forEach((word, place) => {
      const pages = words.get(word.text) ?? new Map<number, Posting>();
      words.set(word.text, pages);
      const posting = pages.get(page) ?? { page, places: [], weights: [] };
      pages.set(page, posting);
      posting.places.push(place);
      posting.weights.push(word.weight);
    });
  });
  return {
    heavy: new Set(),
    postings: async (word) => [...(words.get(word)?.values() ?? [])],
    postingsFrom: async (start) =>
      [...words].flatMap(([word, pages]) => (word.startsWith(start) ? [...pages.values()] : [])),
  };
}

/** More pages than are settled by their texts. */
const many = (text: string) => Array.from({ length: 9 }, () => text);

async function pagesWith(word: string, texts: string[], asTyped = false) {
  const { text, steps } = queryWord(word);
  const { pages } = await matchWord(indexOf(...texts) as IndexReader, text, asTyped ? steps : undefined);
  return [...pages.keys()].sort();
}

describe('matchWord', () => {
  it('finds runs of any length where all pairs follow one another', async () => {
    expect(await pagesWith('基地审批', ['宅基地审批', '审批基地'])).toEqual([0]);
    expect(await pagesWith('地审批', ['宅基地审批', '地审，审批', '地审'])).toEqual([0]);
  });
  it('reads across punctuation unless told where it stands', async () => {
    expect(await pagesWith('犬猫', ['犬、猫', '犬猫'])).toEqual([0, 1]);
    expect(await pagesWith('犬猫', ['犬、猫', '犬猫'], true)).toEqual([1]);
    expect(await pagesWith('犬、猫', ['犬、猫', '犬猫'], true)).toEqual([0]);
  });
  it('finds a single character wherever it stands', async () => {
    expect(await pagesWith('水', ['防溺水', '水利|县', '县|用水。'])).toEqual([0, 1, 2]);
  });
  it('tells the name from the text', async () => {
    const index = indexOf('防溺水', '安全|防溺水') as IndexReader;
    const { pages } = await matchWord(index, '溺水');
    expect([...pages.values()]).toEqual([
      { nameAt: 1, count: 1 },
      { nameAt: -1, count: 1 },
    ]);
  });
  it('leaves a run of several pairs to the texts where few pages are left', async () => {
    const { pages, open } = await matchWord(
      indexOf('城乡居民医疗保险', ...many('其他')) as IndexReader,
      '城乡居民医疗保险',
    );
    expect([pages.size, open]).toEqual([0, [0]]);
  });
});

describe('cover', () => {
  const offsets = (word: string, ...heavy: string[]) =>
    cover(
      Array.from(word)
        .slice(1)
        .map((next, at) => word[at] + next),
      new Set(heavy),
    );
  it('takes every other pair, first and last among them', () => {
    expect(offsets('甲乙')).toEqual([0]);
    expect(offsets('甲乙丙')).toEqual([0, 1]);
    expect(offsets('甲乙丙丁戊己')).toEqual([0, 2, 4]);
  });
  it('goes around heavy pairs', () => expect(offsets('甲乙丙丁戊己', '丙丁')).toEqual([0, 1, 3, 4]));
});
