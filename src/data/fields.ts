/** What each field of the data means: the field dictionary of /data/ and the Table Schemas of datapackage.json. */
import { LIST_SLUGS, LISTS } from '../domain/lists.ts';

/** A field of a table, in the words of Table Schema. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'array' | 'object';
  /** For a reader: 事项名称. */
  title: string;
  description: string;
  constraints?: {
    required?: true;
    unique?: true;
    pattern?: string;
    minimum?: number;
    enum?: readonly string[];
  };
}

type Rest = Pick<Field, 'constraints'> & Partial<Pick<Field, 'type'>>;

const field = (name: string, title: string, description: string, rest: Rest = {}): Field => ({
  name,
  type: rest.type ?? 'string',
  title,
  description,
  ...(rest.constraints && { constraints: rest.constraints }),
});

const required = { constraints: { required: true } } as const;
const DUTY_ID = String.raw`\d{9}/(basic|cooperative|reclaimed)/\d+`;
const CLAUSES =
  '条款数组：kind 为 section（小标题）、department（部门标题）、item（列举项）、paragraph（段落），marker 为原印序号，text 为文字。';
const NEAREST_ONLY =
  '由本站比对得出，不是原文。乡镇多时只列最近的 12 个：先同县，再同地州；全部见 counterparts.json。';
const CLAUSE_LINES = '每个条款一行，序号照印。';
const lists = LIST_SLUGS.map((slug) => `${slug} ${LISTS[slug].chinese}`).join('、');

const ID = field('id', '事项编号', '乡镇代码/清单/序号，永久不变，也是网址的一部分。', {
  constraints: { required: true, unique: true, pattern: DUTY_ID },
});
const URL_PATH = field('url', '网页地址', '不含网站域名和上级目录。', required);
const TOWNSHIP = field(
  'township',
  '乡镇代码',
  '9 位区划代码；前 6 位是县（市），前 4 位加 00 是州（地区）。',
  {
    constraints: { required: true, pattern: String.raw`\d{9}` },
  },
);
const LIST = field('list', '清单', `${lists}。`, { constraints: { required: true, enum: LIST_SLUGS } });
const NUMBER = field('number', '序号', '在该清单中的序号，照原文。', {
  type: 'integer',
  constraints: { required: true, minimum: 1 },
});
const CATEGORY = field('category', '事项类别', '照原文，空白除外。', required);
const NAME = field('name', '事项名称', '照原文，空白除外。', required);
const DEPARTMENTS_TEXT = field(
  'departmentsText',
  '对应上级部门（原文）',
  '部门单元格照原文；没有这一栏的为空。',
);

/** duties.json */
export const DUTY_FIELDS: readonly Field[] = [
  ID,
  URL_PATH,
  TOWNSHIP,
  LIST,
  NUMBER,
  CATEGORY,
  NAME,
  field(
    'departments',
    '部门',
    '单元格中逐个部门：id 部门编号、name 通称、office 本县机构全称（认不出的为 null）、published 原文写法。收回事项为承接部门。',
    { type: 'array', ...required },
  ),
  DEPARTMENTS_TEXT,
  field('superiorDuties', '上级部门职责', `${CLAUSES}仅配合履职事项有，其余为 null。`, { type: 'array' }),
  field('townshipDuties', '乡镇配合职责', '同上。仅配合履职事项有，其余为 null。', { type: 'array' }),
  field('takeover', '承接部门及工作方式', '整个单元格，条款数组同上。仅收回事项有，其余为 null。', {
    type: 'array',
  }),
  field('similar', '其他乡镇的对应事项', `事项编号数组。${NEAREST_ONLY}`, {
    type: 'array',
    ...required,
  }),
  field('corrections', '勘误', '本站对识读错误的更正：line 行号、was 原样、now 更正、why 依据。', {
    type: 'array',
    ...required,
  }),
  field('source', '出处', 'seed 原始文件名、lines 起止行号。', { type: 'object', ...required }),
];

/** duties.csv and the other CSV files of duties. */
export const CSV_FIELDS: readonly Field[] = [
  ID,
  URL_PATH,
  TOWNSHIP,
  field('townshipName', '乡镇', '乡、镇或街道名称。', required),
  field('county', '县（市）', '名称。', required),
  field('prefecture', '州（地区）', '名称。', required),
  field('province', '省（自治区）', '名称。', required),
  field('edition', '版本', '原文所署年月，如 2025-07；未署的为空。', {
    constraints: { pattern: String.raw`\d{4}-\d{2}` },
  }),
  LIST,
  field('listName', '清单名称', '清单的中文名称。', required),
  NUMBER,
  CATEGORY,
  NAME,
  DEPARTMENTS_TEXT,
  field('departmentsPublished', '部门（原文写法）', '逐个部门，用 | 分开；以下三栏与此栏逐个对应。'),
  field('departments', '部门编号', '认不出的留空。'),
  field('departmentNames', '部门通称', '不带地名；认不出的留空。'),
  field('offices', '本县机构', '机构全称；认不出的留空。'),
  field('superiorDuties', '上级部门职责', `${CLAUSE_LINES}仅配合履职事项有。`),
  field('townshipDuties', '乡镇配合职责', `${CLAUSE_LINES}仅配合履职事项有。`),
  field('takeover', '承接部门及工作方式', `${CLAUSE_LINES}仅收回事项有。`),
  field('similar', '其他乡镇的对应事项', `事项编号，用 | 分开。${NEAREST_ONLY}`),
  field('corrections', '勘误处数', '内容见 duties.json。', { type: 'integer', ...required }),
  field('seed', '原始文件', '文件名。', required),
  field('firstLine', '起始行', '在原始文件中的行号。', { type: 'integer', ...required }),
  field('lastLine', '末行', '在原始文件中的行号。', { type: 'integer', ...required }),
];

/** townships.json */
export const TOWNSHIP_FIELDS: readonly Field[] = [
  field('code', '乡镇代码', '9 位区划代码。', {
    constraints: { required: true, unique: true, pattern: String.raw`\d{9}` },
  }),
  field('name', '乡镇', '乡、镇或街道名称。', required),
  field('county', '县（市）', '名称；代码是乡镇代码的前 6 位。', required),
  field('prefecture', '州（地区）', '名称；代码是乡镇代码的前 4 位加 00。', required),
  field('province', '省（自治区）', '名称；代码是乡镇代码的前 2 位加 0000。', required),
  field('edition', '版本', '原文所署年月；未署的为 null。', {
    constraints: { pattern: String.raw`\d{4}-\d{2}` },
  }),
  field('declared', '原文自述数', '总数，以及各清单的事项、类别、部门数；原文没有说的为 null。', {
    type: 'object',
    ...required,
  }),
  field('found', '实际读出数', '结构同上。', { type: 'object', ...required }),
  field('seed', '原始文件', '文件名。', required),
  field('sha256', '原始文件校验值', 'SHA-256。', {
    constraints: { required: true, pattern: '[0-9a-f]{64}' },
  }),
];

/** departments.json */
export const DEPARTMENT_FIELDS: readonly Field[] = [
  field('id', '部门编号', '拼音，永久不变。', { constraints: { required: true, unique: true } }),
  field('name', '部门通称', '不带地名的全称。', required),
  field('aliases', '简称', '简称数组。', { type: 'array', ...required }),
  field('offices', '各县机构', '数组：county 县代码、countyName 县名、name 机构全称、published 原文写法。', {
    type: 'array',
    ...required,
  }),
];

/** A duty of matters.csv. */
export const MATTER_ROW_FIELDS: readonly Field[] = [
  field(
    'matter',
    '对应事项编号',
    '其中第一项的事项编号；编号相同的各行是同一事项。由本站比对得出，不是原文。',
    {
      constraints: { required: true, pattern: DUTY_ID },
    },
  ),
  field('matterName', '事项', '各乡镇用得最多的名称。', required),
  field('category', '类别编号', '各乡镇归得最多的类别，拼音。', required),
  field('categoryName', '类别', '该类别的名称。', required),
  field('remark', '对照', '清单不同：各乡镇所在清单不同；仅一地有：只有一个乡镇有；其余为空。', {
    constraints: { enum: ['清单不同', '仅一地有'] },
  }),
  field('duty', '事项编号', '与 duties.json、duties.csv 的 id 一致；包含几种事项的，每种各占一行。', {
    constraints: { required: true, pattern: DUTY_ID },
  }),
  TOWNSHIP,
  LIST,
  NUMBER,
  field('note', '说明', '部分：只有一部分相同；并入：包含在该乡镇这一更宽的事项里；其余为空。', {
    constraints: { enum: ['部分', '并入'] },
  }),
];

/** A matter of counterparts.json. */
export const MATTER_FIELDS: readonly Field[] = [
  field(
    'duties',
    '对应事项',
    '各乡镇互相对应的事项，事项编号数组，每个乡镇至多一项。由本站比对得出，不是原文。',
    {
      type: 'array',
      ...required,
    },
  ),
  field('partial', '部分对应', '其中只有一部分对应的，事项编号数组。', { type: 'array', ...required }),
  field('within', '并入', '包含这一事项的更宽的事项，事项编号数组。', { type: 'array', ...required }),
];
