/**
 * Wrote queries.json: `node test/browser/make-queries.ts > test/browser/queries.json`. The hand-written classes are
 * here, the others are drawn from the content, always the same for the same content; the file is kept so that a
 * change of the content does not change what is asked.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';
import { clausesText } from '../../src/domain/clause.ts';
import type { Department } from '../../src/domain/department.ts';
import type { Township } from '../../src/domain/township.ts';
import { fold } from '../../src/search/fold.ts';

const TERMS = `宅基地 高龄津贴 流浪犬 最低生活保障 防溺水 卫片 违法建设 医疗保险 养老服务 残疾人证 退役军人 临时救助 特困人员
校外培训 控辍保学 学前教育 义务教育 河长制 林长制 秸秆 农药 化肥 种子 农机 动物防疫 强制免疫 屠宰 养犬 耕地 基本农田
土地承包 土地流转 集体经济 农民专业合作社 农业保险 高标准农田 撂荒地 水土保持 饮用水 防汛 抗旱 地质灾害 森林防火 草原 野生动物
生态环境 大气污染 垃圾 污水 噪声 扬尘 厕所 人居环境 危房 燃气 消防安全 安全生产 烟花爆竹 危险化学品 食品安全 小作坊 餐饮 集体聚餐
市场主体 营业执照 消费者权益 知识产权 计量 特种设备 道路 公路 路灯 物业 停车 电动自行车 铁路护路 邮政 电商 旅游 文物 非物质文化遗产 全民阅读
体育 广播 电影 档案 地方志 统计 人口普查 信访 人民调解 法律援助 社区矫正 戒毒 反邪教 扫黄打非 国家安全 网络安全 反诈 养老诈骗 禁种铲毒
民族团结 宗教 统战 党建 发展党员 换届选举 村务公开 共青团 妇联 工会 志愿服务 双拥 烈士 征兵 民兵 就业 创业 社保 欠薪 劳动争议 公益性岗位
生育 托育 计划生育 疫苗 传染病 爱国卫生 献血 健康体检 红十字 慈善 殡葬 收养 未成年人 妇女儿童 老年人 困境 住房 公租房 抗震 不动产 测绘`;
const CHARACTERS = [
  ...'县水人法校狗路房药火医村税证考1257A',
  '12345',
  '110',
  '120',
  '2025',
  '12',
  'APP',
  '5G',
  '45',
  '23',
];
const ABSENT = `量子计算 彩虹蛋糕 区块链挖矿 元宇宙 航空母舰 熊猫基地 地铁站 核潜艇 高铁票 奥运会 咖啡馆 钢琴考级 签证 护照 海关 股票 期货 比特币 网约车
外卖骑手 剧本杀 密室逃脱 滑雪场 冲浪 热气球 博士后 人工授精 民政局局 宅基宅基 工作作工 zzzqqq 8848 ☆☆宅宅 鲸鱼 恐龙 火星 珊瑚 椰子`;

const townships: Township[] = readdirSync('content/townships').map((file) =>
  read(`content/townships/${file}`),
);
const departments: Department[] = read('content/departments.json');
const { synonyms } = parse(readFileSync('seeds/vocabulary/synonyms.yaml', 'utf8')) as {
  synonyms: { say: string }[];
};
const duties = townships.flatMap((township) => township.duties);
const cells = duties.map((duty) =>
  [
    duty.name,
    duty.departmentsText,
    ...[duty.superiorDuties, duty.townshipDuties, duty.takeover].map((cell) => clausesText(cell ?? [])),
  ]
    .map((text) => text.replace(/\s+/gu, ''))
    .filter((text) => text !== ''),
);

let seed = 20261122;
const random = (below: number): number => {
  seed = (seed * 48271) % 0x7fffffff;
  return seed % below;
};
const one = <T>(list: readonly T[]): T => list[random(list.length)] as T;
const draw = (count: number, make: () => string | null): string[] => {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const query = make();
    if (query && fold(query) !== '') drawn.add(query);
  }
  return [...drawn];
};

function stretch(text: string, from = 2, to = 8): string | null {
  const length = from + random(to - from + 1);
  return text.length < length ? null : text.slice(random(text.length - length + 1)).slice(0, length);
}

const names = [...new Set(duties.map(({ name }) => name))];
const short = names.filter((name) => name.length <= 24);
const words = TERMS.split(/\s+/);
const traditional = Converter({ from: 'cn', to: 't' });
const sound = (text: string) => pinyin(text, { toneType: 'none', type: 'array' });

const queries = {
  terms: words,
  substrings: draw(160, () => stretch(one(one(cells)))),
  nameSubstrings: draw(60, () => stretch(one(names))),
  acrossPunctuation: draw(60, () => stretch(fold(one(one(cells))))),
  withPunctuation: draw(50, () => punctuated(stretch(one(one(cells)), 4, 8))),
  names: draw(60, () => one(short)),
  departments: departments.flatMap(({ name, aliases }) => [name, ...aliases]),
  severalWords: [
    ...['防溺水 公安局', '低保 核查', '宅基地 审批', '秸秆 焚烧', '燃气 安全', '养犬 公安', '老年人 津贴'],
    ...draw(50, severalWords),
  ],
  characters: CHARACTERS,
  spoken: draw(70, () => one(synonyms).say),
  pinyin: draw(40, soundOf),
  traditional: draw(30, traditionalOf),
  absent: ABSENT.split(/\s+/),
};
console.log(JSON.stringify(queries, null, 1));

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function punctuated(text: string | null): string | null {
  return text && fold(text) !== text.toLowerCase() && fold(text).length > 2 ? text : null;
}

/** Two or three words that one duty has. */
function severalWords(): string | null {
  const texts = one(cells);
  const some = Array.from({ length: 2 + random(2) }, () => stretch(one(texts), 2, 4) ?? '');
  return some.every((word) => word !== '' && fold(word) === word) ? some.join(' ') : null;
}

/** `zhaijidi 宅基地` or `zjd 宅基地`: what is typed, and a word of some name. */
function soundOf(): string | null {
  const word = one(words);
  if (!names.some((name) => name.includes(word)) || word.length < 3) return null;
  const syllables = sound(word);
  return `${random(2) === 0 ? syllables.join('') : syllables.map((syllable) => syllable.charAt(0)).join('')} ${word}`;
}

/** `高齡津貼 高龄津贴` */
function traditionalOf(): string | null {
  const word = one(words);
  const typed = traditional(word);
  return typed === word ? null : `${typed} ${word}`;
}
