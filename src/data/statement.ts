/** Where the data comes from and how it may be used: said alike on /data/, in what describes the data and in files that travel alone. */
import { nameWithCounty, type Township } from '../domain/township.ts';

export const DATASET = {
  name: 'township-duty-lists',
  title: '乡镇履职事项清单数据',
  keywords: ['乡镇（街道）', '履职事项清单', '基本履职事项', '配合履职事项', '上级部门收回事项'],
};

export const LICENCE = {
  name: 'MIT',
  title: 'MIT 许可证',
  path: 'https://opensource.org/license/mit',
};

/** What may be done with the data. */
export const TERMS =
  '本站所做的整理（编号、部门归并、勘误、比对）按 MIT 许可证提供，可以自由使用、修改和再发布，保留许可声明即可；引用时请注明事项编号和出处。';

/** One paragraph each. */
export const STATEMENT: readonly string[] = [
  '清单是乡镇公布的行政文件，本站照机器从原件读出的文字逐字照录，只改正识读错误，并逐处注明；以发布机关的原文为准，本站不是政府网站。',
  TERMS,
];

/** The document that a township's data was made from: 乌恰县乌恰镇履职事项清单（004_360d830acbe3b77e.txt） */
export const sourceTitle = ({ county, name, seed }: Township): string =>
  `${nameWithCounty(county.name, name)}履职事项清单（${seed.file}）`;

/** What a file says of itself that travels alone; `page` is the address of what it holds, where that is known. */
export const statementText = (page: string | null, notes: readonly string[] = []): string =>
  [...STATEMENT, `许可证：${LICENCE.path}`, ...(page ? [`网页：${page}`] : []), ...notes].join('\n');
