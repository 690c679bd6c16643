/** The data page: what can be downloaded, how it is checked and used, and what each field means. */
import {
  CSV_FIELDS,
  DEPARTMENT_FIELDS,
  DUTY_FIELDS,
  type Field,
  MATTER_FIELDS,
  MATTER_ROW_FIELDS,
  TOWNSHIP_FIELDS,
} from '../../data/fields.ts';
import { mediatypeOf } from '../../data/files.ts';
import { DATASET, LICENCE, STATEMENT } from '../../data/statement.ts';
import { townshipPath } from '../../domain/address.ts';
import type { Township } from '../../domain/township.ts';
import { fileLink, type OpenData, type PublishedFile, sizeWords } from '../data.ts';
import type { Handbook } from '../entries.ts';
import { absolute, type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { townshipName } from '../words.ts';

interface FileLine extends Link {
  what: string;
  size: string;
  sha256: string;
}

export interface DownloadsView {
  meta: PageMeta;
  files: FileLine[];
  townships: { name: string; files: Link[] }[];
  /** One paragraph each. */
  statement: readonly string[];
  licence: Link;
  tables: { file: string; fields: readonly Field[] }[];
}

const WHAT: Record<string, string> = {
  'duties.json': '全部事项，一项一行，条款分明；程序使用以此为准',
  'duties.csv': '全部事项，一项一行；UTF-8 带 BOM，可用 Excel 打开',
  'duties.xlsx': '全部事项，三个清单各一张工作表，供阅读和打印；过长的事项合并几行单元格，筛选、统计请用 CSV',
  'townships.json': '乡镇：代码、名称、版本、自述与读出的数目、原始文件校验值',
  'departments.json': '部门及其各县市机构',
  'counterparts.json': '对应事项：各乡镇的哪些事项互相对应',
  'matters.csv': '对应事项逐项列出：哪个乡镇的哪一项，在哪张清单；按事项编号可与 duties.csv 连接',
  'datapackage.json': 'Frictionless 数据包：各表字段、各文件的 SHA-256',
  'dcat.jsonld': 'DCAT 目录说明，供数据门户收录',
  'SHA256SUMS.txt': '全部文件的 SHA-256，下载后可用 sha256sum --check 核对',
};

const TABLES = [
  { file: 'duties.json', fields: DUTY_FIELDS },
  { file: 'duties.csv', fields: CSV_FIELDS },
  { file: 'townships.json', fields: TOWNSHIP_FIELDS },
  { file: 'departments.json', fields: DEPARTMENT_FIELDS },
  { file: 'counterparts.json', fields: MATTER_FIELDS },
  { file: 'matters.csv', fields: MATTER_ROW_FIELDS },
];

export function downloadsView({ townships, entries }: Handbook, data: OpenData): DownloadsView {
  return {
    meta: pageMeta({
      path: '/data/',
      title: '数据下载',
      description: `${townships.length} 个乡镇、${entries.length} 项履职事项的全部数据：JSON、CSV、Excel、Markdown`,
      jsonLd: [dataset(data.main, townships)],
    }),
    files: data.main.map(fileLine),
    townships: townships.map((township) => ({
      name: townshipName(township),
      files: (data.pages.get(townshipPath(township.code).slice(1, -1)) ?? []).map(fileLink),
    })),
    statement: STATEMENT,
    licence: { href: LICENCE.path, text: LICENCE.title },
    tables: TABLES,
  };
}

const fileLine = ({ path, bytes, sha256 }: PublishedFile): FileLine => ({
  ...link(`/data/${path}`, path),
  what: WHAT[path] ?? '',
  size: sizeWords(bytes),
  sha256,
});

/** The dataset as schema.org sees it; dcat.jsonld says the same for data portals. */
const dataset = (files: readonly PublishedFile[], townships: readonly Township[]): object => ({
  '@type': 'Dataset',
  name: DATASET.title,
  description: STATEMENT.join(''),
  url: absolute('/data/'),
  license: LICENCE.path,
  inLanguage: 'zh-CN',
  isAccessibleForFree: true,
  keywords: DATASET.keywords,
  spatialCoverage: townships.map((township) => ({
    '@type': 'AdministrativeArea',
    name: townshipName(township),
    identifier: township.code,
  })),
  distribution: files.map(distribution),
});

const distribution = ({ path, bytes, sha256 }: PublishedFile): object => ({
  '@type': 'DataDownload',
  name: path,
  encodingFormat: mediatypeOf(path),
  contentUrl: absolute(`/data/${path}`),
  contentSize: `${bytes} B`,
  sha256,
});
