/** The data page: what can be downloaded, and what each field means. */
import { SITE_NAME } from '../config.ts';
import type { Handbook } from '../entries.ts';
import { absolute, type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { townshipName } from '../words.ts';

interface File extends Link {
  what: string;
}

export interface DownloadsView {
  meta: PageMeta;
  files: File[];
  townships: { name: string; files: Link[] }[];
  fields: { name: string; meaning: string }[];
}

const FILES = [
  ['/data/duties.json', 'duties.json', '全部事项，一项一条，条款分明'],
  ['/data/duties.csv', 'duties.csv', '全部事项，一项一行；UTF-8 带 BOM，可用 Excel 打开'],
  ['/data/townships.json', 'townships.json', '乡镇：代码、名称、版本、自述与读出的数目、文件校验值'],
  ['/data/departments.json', 'departments.json', '部门及其各县市机构'],
  ['/data/datapackage.json', 'datapackage.json', 'Frictionless 数据包：字段说明与 SHA-256'],
] as const;

const FIELDS: [string, string][] = [
  ['id', '编号：乡镇代码/清单/序号，即事项页的地址，永不改变'],
  ['url', '事项页的地址'],
  ['township', '乡镇的九位行政区划代码'],
  ['list', '清单：basic 基本履职，cooperative 配合履职，reclaimed 上级收回'],
  ['number', '序号，按清单所印'],
  ['category', '事项类别，按清单所印'],
  ['name', '事项名称，按清单所印'],
  [
    'departments',
    '对应上级部门或承接部门：id、通称 name、县市机构 office、清单写法 published；认不出的为 null',
  ],
  ['departmentsText', '部门一栏的原文；没有这一栏的为空'],
  ['superiorDuties', '上级部门职责，逐条：kind 种类，marker 所印编号，text 文字；没有这一栏的为 null'],
  ['townshipDuties', '乡镇配合职责，逐条，同上'],
  ['takeover', '承接部门及工作方式，逐条，同上'],
  ['similar', '其他乡镇的同类事项'],
  ['corrections', '本项中改正的识别错误：行号、原文、改法、理由'],
  ['source', '原文文件及起止行号'],
];

export const downloadsView = ({ townships, entries }: Handbook): DownloadsView => ({
  meta: pageMeta({
    path: '/data/',
    title: '数据下载',
    description: `${townships.length} 个乡镇、${entries.length} 项履职事项的全部数据：JSON、CSV、Excel、Markdown`,
    jsonLd: [dataset()],
  }),
  files: FILES.map(([path, text, what]) => ({ ...link(path, text), what })),
  townships: townships.map((township) => ({
    name: townshipName(township),
    files: townshipFiles(township.code),
  })),
  fields: FIELDS.map(([name, meaning]) => ({ name, meaning })),
});

/** The files of one township's lists. */
export const townshipFiles = (code: string): Link[] => [
  link(`/data/townships/${code}.xlsx`, 'Excel 表格'),
  link(`/data/townships/${code}.md`, 'Markdown'),
];

const FORMATS: Record<string, string> = { json: 'application/json', csv: 'text/csv' };

const dataset = (): object => ({
  '@type': 'Dataset',
  name: SITE_NAME,
  description: '乡镇基本履职、配合履职和上级部门收回事项清单，逐项结构化，可追溯到原文行号',
  url: absolute('/data/'),
  inLanguage: 'zh-CN',
  distribution: FILES.map(([path, name]) => ({
    '@type': 'DataDownload',
    name,
    encodingFormat: FORMATS[name.split('.')[1] ?? ''],
    contentUrl: absolute(path),
  })),
});
