import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';
import { extractTownship } from '../../src/extract/index.ts';
import { impossibleDates, readEdition, readMark } from '../../src/extract/preface.ts';

const seeds = join(import.meta.dirname, '../../seeds');

/** A cover as 003 has it, with one line more. */
const cover = (line: string) =>
  ['新疆维吾尔自治区昌吉回族自治州  ', '吉木萨尔县庆阳湖乡  ', '履职事项清单', line].map((text, index) => ({
    number: index + 3,
    text,
  }));

describe('the month a cover bears', () => {
  it.each([
    ['2025 年 7 月', '2025-07'],
    ['**2025年12月**', '2025-12'],
    ['2025年07月15日', '2025-07'],
    ['２０２５年７月', '2025-07'],
    ['二〇二五年七月', '2025-07'],
    ['二○二五年十月', '2025-10'],
    ['二零二五年十一月', '2025-11'],
    ['二 Ｏ 二 五 年 十 二 月 三 十 日', '2025-12'],
    ['二０二五年一月', '2025-01'],
    ['2025年七月', '2025-07'],
    ['2025年13月', null],
    ['2025年0月', null],
    ['二〇二五年十三月', null],
    ['2025年', null],
  ])('%s', (line, edition) => {
    expect(readEdition(cover(line))).toBe(edition);
  });
});

describe('a date on a cover that no calendar has', () => {
  it.each([
    ['2025年13月', '2025年13月'],
    ['２０２５ 年 ０ 月', '2025年0月'],
    ['二〇二五年十三月', '2025年13月'],
    ['2025年7月32日', '2025年7月32日'],
    ['2025年2月29日', '2025年2月29日'],
    ['二〇二五年六月三十一日', '2025年6月31日'],
    ['2024年2月29日', null],
    ['二〇二五年十月二十日', null],
    ['二 Ｏ 二 五 年 十 二 月 三 十 一 日', null],
    ['**2025年7月**', null],
    ['2025年', null],
  ])('%s', (line, date) => {
    expect(impossibleDates(cover(line))).toEqual(date ? [{ date, line: 6 }] : []);
  });

  it('is told at its line', () => {
    const file = readdirSync(seeds).find((name) => name.startsWith('003')) ?? '';
    const text = readFileSync(join(seeds, file), 'utf8').replace('2025 年 7 月', '2025 年 17 月');
    const line = text.split('\n').findIndex((each) => each.includes('17 月')) + 1;
    const { vocabulary } = openSeedsFolder(seeds);
    const aids = { ...vocabulary, errata: [], suspects: [], borders: [], manifest: {} };
    const { township, findings } = extractTownship({ file, bytes: new TextEncoder().encode(text) }, aids);
    expect(line).toBeGreaterThan(0);
    expect(findings.filter(({ code }) => code === 'impossible-date')).toMatchObject([{ file, line }]);
    expect(township?.edition).toBeNull();
  });
});

describe('the mark of a cover', () => {
  it.each([
    ['内 部', '内部'],
    ['（内部资料）', '（内部资料）'],
    ['内部资料 注意保存', '内部资料注意保存'],
    ['**内部资料，请勿外传**', '内部资料，请勿外传'],
    ['# 【内部使用】', '【内部使用】'],
    ['（供内部使用，注意保密）', '（供内部使用，注意保密）'],
    ['本资料仅供内部使用', '本资料仅供内部使用'],
    ['密级：秘密★1年', '密级：秘密★1年'],
    ['机密★启用前', '机密★启用前'],
    ['吉木萨尔县庆阳湖乡履职事项清单（内部资料）', '（内部资料）'],
    ['（内部）吉木萨尔县庆阳湖乡履职事项清单', '（内部）'],
    ['吉木萨尔县庆阳湖乡履职事项清单（公布版）', null],
    ['庆阳湖乡理顺运行机制（内部分工另行印发），编制履职事项清单。', null],
    ['庆阳湖乡按照“主体在乡镇”的思路，理顺内部运行机制，编制履职事项清单。', null],
  ])('%s', (line, mark) => {
    expect(readMark(cover(line))).toEqual(mark && { mark, line: 6 });
  });
});
