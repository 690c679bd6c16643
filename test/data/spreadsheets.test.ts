import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { DutyRecord } from '../../src/data/records.ts';
import { clauseLines } from '../../src/data/text.ts';
import { workbook } from '../../src/data/workbook.ts';
import { LIST_SLUGS, LISTS } from '../../src/domain/lists.ts';
import { bytesOf, publishedOf, source, textOf, townships } from './content.ts';
import { part } from './spreadsheet-parts.ts';

const duties: DutyRecord[] = JSON.parse(textOf('duties.json'));

/** Sheets as another library reads them, without the empty rows under a tall one. */
async function read(bytes: Uint8Array) {
  const sheets = await readExcel(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.filter((row) => row.some((cell) => cell !== null)),
  }));
}

const cellsOf = (duty: DutyRecord) =>
  LISTS[duty.list].columns.map((column) => {
    if (column === 'number' || column === 'category' || column === 'name') return duty[column];
    return (column === 'departments' ? duty.departmentsText : clauseLines(duty[column])) || null;
  });

describe.each(townships.map(({ code }) => code))('townships/%s.xlsx', (code) => {
  const township = townships.find((candidate) => candidate.code === code);
  const path = `townships/${code}.xlsx`;

  test('has a sheet a list with its published heads, and every cell as the JSON has it', async () => {
    const sheets = await read(bytesOf(path));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(LIST_SLUGS.map((list) => LISTS[list].chinese));
    sheets.forEach(({ rows }, index) => {
      const own = duties.filter((duty) => duty.township === code && duty.list === LIST_SLUGS[index]);
      expect(rows[0]).toEqual(township?.lists[index]?.columns);
      expect(rows.slice(1)).toEqual(own.map(cellsOf));
    });
  });

  test('is ready for paper: head frozen and repeated, A4 across, wrapped', () => {
    const book = part(bytesOf(path), 'xl/workbook.xml');
    expect(book.match(/_xlnm\.Print_Titles/g)).toHaveLength(3);
    for (const number of [1, 2, 3]) {
      const sheet = part(bytesOf(path), `xl/worksheets/sheet${number}.xml`);
      expect(sheet).toMatch(/<pane ySplit="1"[^>]*state="frozen"/);
      expect(sheet).toMatch(
        /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/,
      );
    }
    expect(part(bytesOf(path), 'xl/styles.xml')).toContain('wrapText="true"');
  });
});

test('each sheet says on paper whose list it is, in the words of its office and else before them', () => {
  const headings = (code: string) =>
    [1, 2, 3].map(
      (sheet) =>
        /<oddHeader>&amp;C(.*)<\/oddHeader>/.exec(
          part(bytesOf(`townships/${code}.xlsx`), `xl/worksheets/sheet${sheet}.xml`),
        )?.[1],
    );
  expect(headings('653024100')).toEqual([
    '乌恰县乌恰镇基本履职事项清单',
    '乌恰县乌恰镇配合履职事项清单',
    '乌恰县乌恰镇上级部门收回事项清单',
  ]);
  for (const { code, lists } of townships.filter(({ code }) => code !== '653024100'))
    expect(headings(code)).toEqual(lists.map(({ heading }) => heading));
});

test('every workbook says in its properties whose words it holds and under which licence', async () => {
  const description = (bytes: Uint8Array | undefined) =>
    /<dc:description>(.*)<\/dc:description>/s.exec(part(bytes ?? new Uint8Array(), 'docProps/core.xml'))?.[1];
  for (const path of ['duties.xlsx', 'townships/653024100.xlsx', 'categories/one.xlsx'])
    expect(description(bytesOf(path))).toMatch(
      /以发布机关的原文为准.*https:\/\/opensource.org\/license\/mit/s,
    );
  expect(description(bytesOf('townships/653024100.xlsx'))).toContain('已更正识读错误 4 处');
  expect(description(bytesOf('duties.xlsx'))).not.toContain('网页：');
  const files = await publishedOf({ ...source, site: 'https://example.org/duties' });
  expect(description(files.get('data/categories/one.xlsx'))).toMatch(
    /\n网页：https:\/\/example.org\/duties\/categories\/one\/$/,
  );
});

test('duties.xlsx has every duty with its township', async () => {
  const sheets = await read(bytesOf('duties.xlsx'));
  const names = new Map(townships.map(({ code, county, name }) => [code, county.name + name]));
  sheets.forEach(({ rows }, index) => {
    const own = duties.filter((duty) => duty.list === LIST_SLUGS[index]);
    expect(rows.slice(1)).toEqual(own.map((duty) => [names.get(duty.township), ...cellsOf(duty)]));
  });
});

test('a selection has the lists that its duties are in', async () => {
  const sheets = await read(bytesOf('categories/one.xlsx'));
  expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
    ['基本履职事项', 2],
    ['上级部门收回事项', 2],
  ]);
});

describe('workbook', () => {
  const about = { title: '题', description: '说明' };
  const column = { head: '内容', width: 20 };
  const tall = Array.from({ length: 70 }, (_, index) => `第${index}行`).join('\n');

  test('what looks like a formula stays text', async () => {
    const bytes = await workbook(about, [
      { name: '一', heading: '一', columns: [column], rows: [['=1+1'], ['+1']] },
    ]);
    const [sheet] = await read(bytes);
    expect(sheet?.rows).toEqual([['内容'], ['=1+1'], ['+1']]);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  test('a cell without text holds no value, so that it is counted as empty', async () => {
    const bytes = await workbook(about, [
      { name: '一', heading: '一', columns: [column, column], rows: [['', '有']] },
    ]);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="A2"[^>]*\/>/);
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B2"[^>]*><v>/);
  });

  test('a text too tall for one row fills several, merged, and that sheet has no filter', async () => {
    const sheet = {
      name: '一',
      heading: '一',
      columns: [column, column],
      rows: [
        ['短', tall],
        ['短', '短'],
      ],
    };
    const bytes = await workbook(about, [sheet]);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<mergeCell ref="B2:B4"/>');
    expect(xml).not.toContain('autoFilter');
    for (const [, height] of xml.matchAll(/ ht="([\d.]+)"/g)) expect(Number(height)).toBeLessThanOrEqual(409);
    const [back] = await read(bytes);
    expect(back?.rows).toEqual([['内容', '内容'], ...sheet.rows]);
  });
});
