import { describe, expect, it } from 'vitest';
import type { Township } from '../../src/domain/township.ts';
import { townshipRecord } from '../../src/search/build/records.ts';
import { fullName, townshipName, townshipsInWords } from '../../src/site/words.ts';
import { contentTownships } from '../support/content.ts';

const [any] = contentTownships();
const township = (county: string, name: string): Township => ({
  ...(any as Township),
  name,
  county: { code: county, name: county },
});

describe('a township’s name', () => {
  it('has its county in front, once', () => {
    expect(townshipName(township('沙雅县', '沙雅镇'))).toBe('沙雅县沙雅镇');
    const doubled = { ...township('沙雅县', '沙雅县哈德墩镇'), duties: [] };
    expect(townshipName(doubled)).toBe('沙雅县哈德墩镇');
    expect(fullName(doubled)).toMatch(/[^县]沙雅县哈德墩镇$/);
    expect(townshipRecord(doubled).title).toBe('沙雅县哈德墩镇');
  });
});

describe('townships as a sentence names them', () => {
  it('are told by county where one has several, so that equal names stay apart', () => {
    const words = townshipsInWords([
      township('库车市', '乌恰镇'),
      township('库车市', '牙哈镇'),
      township('英吉沙县', '乌恰镇'),
    ]);
    expect(words).toBe('库车市：乌恰镇、牙哈镇；英吉沙县：乌恰镇');
  });

  it('have their whole names where each is of another county', () => {
    expect(townshipsInWords([township('库车市', '乌恰镇'), township('英吉沙县', '萨罕镇')])).toBe(
      '库车市乌恰镇、英吉沙县萨罕镇',
    );
    expect(townshipsInWords([])).toBe('');
  });

  it('are counted by county where they are many', () => {
    const many = Array.from({ length: 13 }, (_, at) => township('库车市', `第${at}镇`));
    expect(townshipsInWords([...many, township('英吉沙县', '萨罕镇')])).toBe(
      '库车市 13 个乡镇；英吉沙县：萨罕镇',
    );
  });
});
