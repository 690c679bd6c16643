import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { departmentEntrySchema } from '../../src/domain/department.ts';
import { createDepartmentReader } from '../../src/extract/departments.ts';
import { placeNames, placeOf } from './places.ts';

const file = new URL('../../seeds/vocabulary/departments.yaml', import.meta.url);
const entries = z.array(departmentEntrySchema).parse(parse(readFileSync(file, 'utf8')));
const reader = createDepartmentReader(entries, placeNames);

const offices = (cell: string, county: string) =>
  reader.read(cell, placeOf(county)).mentions.map(({ office }) => office);
const published = (cell: string, county: string) =>
  reader.read(cell, placeOf(county)).mentions.map((mention) => mention.published);
const takenOver = (blocks: string[], county: string) =>
  reader.readTakeover(blocks, placeOf(county)).mentions.map((mention) => mention.published);
const linked = (text: string, county: string) =>
  reader
    .find(text, placeOf(county))
    .map(({ start, end, mention }) => [text.slice(start, end), mention.office]);

describe('departments.yaml', () => {
  it('has every id and every name once', () => {
    const ids = entries.map(({ id }) => id);
    const names = entries.flatMap(({ name, aliases, spellings, variants }) => [
      name,
      ...aliases,
      ...spellings,
      ...variants,
    ]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  const examples = entries.flatMap(({ id, examples }) =>
    examples.map((example) => [id, example.text, example] as const),
  );
  it.each(examples)('%s: %s', (id, text, example) => {
    const { mentions, unresolved } = reader.read(text, placeOf(example.county));
    expect(mentions.map(({ office }) => office)).toEqual(example.offices);
    expect(mentions.map((mention) => mention.id)).toContain(id);
    expect(unresolved).toEqual([]);
    expect(reader.isList(text)).toBe(true);
  });
});

describe('read', () => {
  it('carries the prefix on after 、 and begins anew after ，', () => {
    expect(published('县委组织部、编办，县人社局、财政局', '昭苏县')).toEqual([
      '县委组织部',
      '县委编办',
      '县人社局',
      '县财政局',
    ]);
    expect(published('英吉沙县委组织部、统战部', '英吉沙县')).toEqual([
      '英吉沙县委组织部',
      '英吉沙县委统战部',
    ]);
  });

  it('mends a carried prefix that does not fit the body', () => {
    expect(published('县委组织部、人社局', '昭苏县')).toEqual(['县委组织部', '县人社局']);
    expect(published('市财政局、组织部', '伊宁市')).toEqual(['市财政局', '市委组织部']);
  });

  it('does not take the 市 of 市场监督管理局 for a prefix', () => {
    expect(published('市场监督管理局、农业农村局', '伊宁市')).toEqual(['市场监督管理局', '农业农村局']);
    expect(published('市公安局、市场监督管理局', '伊宁市')).toEqual(['市公安局', '市市场监督管理局']);
  });

  it('keeps a department that the cell repeats', () => {
    expect(offices('英吉沙县应急管理局 英吉沙县应急管理局 英吉沙县公安局', '英吉沙县')).toEqual([
      '英吉沙县应急管理局',
      '英吉沙县应急管理局',
      '英吉沙县公安局',
    ]);
  });

  it('parts names that nothing or 和 stands between', () => {
    expect(offices('英吉沙县委组织部英吉沙县财政局', '英吉沙县')).toEqual([
      '英吉沙县委组织部',
      '英吉沙县财政局',
    ]);
    expect(published('县教育局和公安局', '昭苏县')).toEqual(['县教育局', '县公安局']);
  });

  it('leaves out tails and labels that name no body', () => {
    expect(offices('县应急管理局、公安局等部门', '昭苏县')).toEqual(['昭苏县应急管理局', '昭苏县公安局']);
    expect(offices('县教育局、各有关部门', '昭苏县')).toEqual(['昭苏县教育局']);
    expect(offices('牵头部门：县教育局；配合部门：县公安局、民政局', '昭苏县')).toEqual([
      '昭苏县教育局',
      '昭苏县公安局',
      '昭苏县民政局',
    ]);
  });

  it('takes a chain of places for the county', () => {
    expect(offices('伊犁州昭苏县教育局、公安局，中共昭苏县委组织部', '昭苏县')).toEqual([
      '昭苏县教育局',
      '昭苏县公安局',
      '昭苏县委组织部',
    ]);
  });

  it('publishes a name it does not know, without guessing', () => {
    const { mentions, unresolved } = reader.read('县教育局、月球开发局，县海洋局', placeOf('昭苏县'));
    expect(mentions.slice(1)).toEqual([
      { id: null, name: null, office: null, published: '县月球开发局' },
      { id: null, name: null, office: null, published: '县海洋局' },
    ]);
    expect(unresolved).toEqual(['县月球开发局', '县海洋局']);
  });

  it('gives nothing for an empty cell', () => {
    expect(reader.read(' ', placeOf('昭苏县'))).toEqual({ mentions: [], unresolved: [] });
  });
});

describe('read, in counties that no document is of', () => {
  it('reads a district of a city', () => {
    expect(
      offices('区委组织部、编办，区人社局，市公安局雁塔分局，西安市生态环境局雁塔分局', '雁塔区'),
    ).toEqual([
      '雁塔区委组织部',
      '雁塔区委机构编制委员会办公室',
      '雁塔区人力资源和社会保障局',
      '西安市公安局雁塔区分局',
      '西安市生态环境局雁塔区分局',
    ]);
  });

  it('tells the 市 above a county from a county-level 市', () => {
    expect(offices('市民政局，县民政局', '蓝田县')).toEqual([null, '蓝田县民政局']);
    expect(reader.read('市民政局', placeOf('蓝田县')).mentions[0]).toMatchObject({
      id: 'minzheng-ju',
      office: null,
    });
    expect(offices('市民政局，市场监督管理局，金华市生态环境局义乌分局', '义乌市')).toEqual([
      '义乌市民政局',
      '义乌市市场监督管理局',
      '金华市生态环境局义乌市分局',
    ]);
  });

  it('reads banners and districts of a municipality', () => {
    expect(offices('旗委宣传部，旗林草局', '准格尔旗')).toEqual(['准格尔旗委宣传部', '准格尔旗林业和草原局']);
    expect(offices('锡林郭勒盟生态环境局阿巴嘎旗分局', '阿巴嘎旗')).toEqual([
      '锡林郭勒盟生态环境局阿巴嘎旗分局',
    ]);
    expect(offices('海淀区生态环境局、卫健委', '海淀区')).toEqual([
      '海淀区生态环境局',
      '海淀区卫生健康委员会',
    ]);
  });

  it('knows the short name of an autonomous county', () => {
    expect(offices('察布查尔县教育局，县公安局，州生态环境局察布查尔县分局', '察布查尔锡伯自治县')).toEqual([
      '察布查尔锡伯自治县教育局',
      '察布查尔锡伯自治县公安局',
      '伊犁州生态环境局察布查尔锡伯自治县分局',
    ]);
  });

  it('names an office by the full name that is printed', () => {
    expect(offices('县文化和旅游局、发展和改革局、卫生健康局', '蓝田县')).toEqual([
      '蓝田县文化和旅游局',
      '蓝田县发展和改革局',
      '蓝田县卫生健康局',
    ]);
  });
});

describe('readTakeover', () => {
  it.each([
    [['县民政局', '不再开展此项工作'], '昭苏县', ['县民政局']],
    [['县民政局不再开展此项工作'], '昭苏县', ['县民政局']],
    [['不再开展此项工作'], '伊宁市', []],
    [['县人社局', '承接方式：由县人社局负责开展工伤认定调查'], '昭苏县', ['县人社局']],
    [['市教育局 承接方式：由市教育局对适龄儿童、少年…审批'], '伊宁市', ['市教育局']],
    [['市场监督管理局承接方式：由市场监督管理局组织执法人员'], '伊宁市', ['市场监督管理局']],
    [['承接部门：英吉沙县民政局 工作方式：负责收养登记工作。'], '英吉沙县', ['英吉沙县民政局']],
    [
      ['承接部门：英吉沙县市场监督管理局', '工作方式：1.立案：英吉沙县公安局协助'],
      '英吉沙县',
      ['英吉沙县市场监督管理局'],
    ],
    [
      ['承接部门: 乌恰县公安局、乌恰县应急管理局 工作方式: 取消乡镇…'],
      '乌恰县',
      ['乌恰县公安局', '乌恰县应急管理局'],
    ],
    [['吉木萨尔县民政局： 依据婚姻登记历史档案，出具婚姻状况证明。'], '吉木萨尔县', ['吉木萨尔县民政局']],
    [
      [
        '吉木萨尔县自然资源局：核实建筑物性质，并将线索移交县住房和城乡建设局开展执法工作。吉木萨尔县住房和城乡建设局：依法处罚及拆除。',
      ],
      '吉木萨尔县',
      ['吉木萨尔县自然资源局', '吉木萨尔县住房和城乡建设局'],
    ],
    [['由县水利局负责，县公安局配合'], '昭苏县', ['县水利局']],
  ])('%j', (blocks, county, names) => expect(takenOver(blocks, county)).toEqual(names));
});

describe('isList', () => {
  it.each([
    '县教育局',
    '市委政法委、网络安全和信息化委员会，市公安局、应急管理局',
    '英吉沙县委组织部 英吉沙县人力资源和社会保障局',
    '州生态环境局昭苏县分局',
    '县政府办（数字化发展局）',
    '区城市更新局、数据局',
  ])('takes %s', (text) => expect(reader.isList(text)).toBe(true));

  it.each([
    '',
    '县级以上党内表彰激励工作',
    '配合县公安局',
    '会同县公安局',
    '由县水利局',
    '各县市场监督管理局和有关人员',
    '县教育局负责监督学校',
    '社会管理',
    '全县规划布局',
    '乡（镇）便民服务中心工作',
    '人大',
  ])('does not take %s', (text) => expect(reader.isList(text)).toBe(false));
});

describe('isHeading', () => {
  it.each([
    '县自然资源局：',
    '英吉沙县委组织部负责公务员干部：',
    '县教育局',
    '英吉沙县委组织部（干部延伸考察）：',
    '民政局：',
    '三、县公安局：',
    '县林草局、自然资源局：',
    '克州生态环境局乌恰县分局：',
    '县政办：',
    '英吉沙县纪律检查委员会监察委员会机关：',
  ])('takes %s', (text) => expect(reader.isHeading(text)).toBe(true));

  it.each([
    '领导班子绩效考核、班子年度考核：',
    '职级（职员等级）晋升：',
    '一、水库移民安置工作',
    '1.县教育局组织、监督学校开展防溺水教育；',
    '县公安局负责查处',
    '发现病虫害情况后及时上报市农业农村局。',
    '发现病虫害情况后及时上报市农业农村局',
    '4.市场监督管理局负责犬只等家养动物（宠物）',
    '4.市农业农村局会同州生态环境局伊宁市分局、',
    '结果反馈市人社局',
    '反馈县人社局；',
    '立案：',
  ])('does not take %s', (text) => expect(reader.isHeading(text)).toBe(false));
});

describe('find', () => {
  it('finds names and carries their place on', () => {
    expect(linked('2.市水利局、农业农村局、城管局依职责分工；会同州生态环境局伊宁市分局', '伊宁市')).toEqual([
      ['市水利局', '伊宁市水利局'],
      ['农业农村局', '伊宁市农业农村局'],
      ['城管局', '伊宁市城市管理局'],
      ['州生态环境局伊宁市分局', '伊犁州生态环境局伊宁市分局'],
    ]);
  });

  it('takes a name without a place only where it stands free', () => {
    expect(linked('由市场监督管理局组织，森林公安局配合', '伊宁市')).toEqual([
      ['市场监督管理局', '伊宁市市场监督管理局'],
    ]);
  });

  it('leaves out bodies above the county, and words that only look alike', () => {
    expect(linked('报州林业和草原局、财政局；县政协委员、县人大代表、财政部门、申请法院', '昭苏县')).toEqual(
      [],
    );
  });

  it('does not take a name from a list of other words', () => {
    expect(linked('负责本乡残联、红十字会等组织建设；做好城市体检的组织部署', '伊宁市')).toEqual([]);
  });

  it('gives the words found with the prefix restored', () => {
    const [, second] = reader.find('县委组织部、统战部', placeOf('昭苏县'));
    expect(second).toMatchObject({ start: 6, end: 9, mention: { published: '县委统战部' } });
  });
});
