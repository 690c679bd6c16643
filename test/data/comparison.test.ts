import { parse } from 'csv-parse/sync';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { comparisonSheet, sheetCsv } from '../../src/data/comparison.ts';
import { type DataSource, publishData } from '../../src/data/index.ts';
import type { DutyRecord } from '../../src/data/records.ts';
import { workbook } from '../../src/data/workbook.ts';
import { bytesOf, source, textOf, townships } from './content.ts';
import { part } from './spreadsheet-parts.ts';

type Row = Record<string, string>;
const matrixOf = (path: string): string[][] => parse(textOf(`${path}.csv`), { bom: true });
const rows: Row[] = parse(textOf('matters.csv'), { bom: true, columns: true });
const paths = source.comparisons.map(({ path }) => path);

describe('compare/ziran-ziyuan.csv', () => {
  const [head, ...matters] = matrixOf('compare/ziran-ziyuan');

  test('has a column a township, in the order of their codes, and the name and id of each matter', () => {
    expect(head).toEqual([
      ...['事项', '对照', '吉木萨尔县庆阳湖乡', '乌恰县乌恰镇', '英吉沙县萨罕镇', '伊宁市喀尔墩乡'],
      ...['昭苏县喀夏加尔镇', '对应事项编号'],
    ]);
    expect(matters).toHaveLength(42);
  });

  test('says in which list and where each township has a matter, whether in part or within another', () => {
    expect(matters).toContainEqual([
      ...['落实林长制', '', '基本 77 部分', '基本 52', '基本 88', '基本 56', '基本 57'],
      '652327202/basic/77',
    ]);
    expect(matters).toContainEqual([
      ...['卫片图斑治理工作', '', '配合 50', '', '配合 42', '配合 59 并入', '配合 56 并入'],
      '652327202/cooperative/50',
    ]);
    expect(matters).toContainEqual([
      ...['土地复垦验收确认', '仅一地有', '配合 47', '', '', '', '', '652327202/cooperative/47'],
    ]);
  });
});

test.each(paths)('%s: the workbook is the CSV on one sheet, its head frozen and repeated', async (path) => {
  const bytes = bytesOf(`${path}.xlsx`);
  const sheets = await readExcel(Buffer.from(bytes), { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['对照']);
  expect(sheets[0]?.data.map((row) => row.map((cell) => cell ?? ''))).toEqual(matrixOf(path));
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
  expect(part(bytes, 'xl/workbook.xml')).toContain('_xlnm.Print_Titles');
});

describe('matters.csv', () => {
  const duties: DutyRecord[] = JSON.parse(textOf('duties.json'));
  const byId = new Map(duties.map((duty) => [duty.id, duty]));

  test('has every duty once in its own matter, in the words of duties.json', () => {
    const own = rows.filter(({ note }) => note !== '并入').map(({ duty }) => duty);
    expect(own.toSorted()).toEqual(duties.map(({ id }) => id).toSorted());
    for (const { duty, township, list, number } of rows) {
      expect(byId.get(duty ?? '')).toMatchObject({ township, list, number: Number(number) });
    }
  });

  test('has what the cells of all matrices have', () => {
    const words = { basic: '基本', cooperative: '配合', reclaimed: '收回' };
    const long = rows.map(({ matter, matterName, remark, township, list, number, note }) => {
      const cell = `${words[list as keyof typeof words]} ${number} ${note}`.trim();
      return [matter, matterName, remark, township, cell].join(' / ');
    });
    const wide = paths.flatMap((path) =>
      matrixOf(path)
        .slice(1)
        .flatMap(([name, remark, ...cells]) =>
          townships.flatMap(({ code }, at) =>
            cells[at] ? [[cells.at(-1), name, remark, code, cells[at]].join(' / ')] : [],
          ),
        ),
    );
    expect(wide.toSorted()).toEqual(long.toSorted());
  });
});

test('with many townships the names of the matters stay in sight and are on every page', async () => {
  const [any] = townships;
  const [comparison] = source.comparisons;
  if (!any || !comparison) throw new Error('no content');
  const many = Array.from({ length: 125 }, (_, at) => ({ ...any, code: String(654000000 + at) }));
  const sheet = comparisonSheet(comparison, many);
  const bytes = await workbook({ title: '题', description: '' }, [sheet]);
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<pane xSplit="1" ySplit="1"/);
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('fitToWidth');
  expect(part(bytes, 'xl/workbook.xml')).toContain('$A:$A');
  expect(parse(sheetCsv(sheet), { bom: true })[0]).toHaveLength(3 + 125);
});

test('a comparison is made again where its cells have changed, not where a text has', async () => {
  const before = await inputsOf(source);
  const [first, ...others] = source.townships;
  if (!first) throw new Error('no township');
  const duties = first.duties.map((duty) => ({ ...duty, departmentsText: '县教育局' }));
  const text = await inputsOf({ ...source, townships: [{ ...first, duties }, ...others] });
  const renamed = await inputsOf({ ...source, townships: [{ ...first, name: '某镇' }, ...others] });
  for (const path of paths) {
    expect(text.get(`data/${path}.xlsx`)).toBe(before.get(`data/${path}.xlsx`));
    expect(renamed.get(`data/${path}.xlsx`)).not.toBe(before.get(`data/${path}.xlsx`));
  }
  expect(text.get('data/duties.csv')).not.toBe(before.get('data/duties.csv'));
});

/** What files are made from, by the first of those made together. */
async function inputsOf(from: DataSource): Promise<Map<string, string>> {
  const inputs = new Map<string, string>();
  await publishData(from, {
    async put([path = ''], input) {
      inputs.set(path, input);
    },
    facts: () => ({ bytes: 0, sha256: '' }),
  });
  return inputs;
}
