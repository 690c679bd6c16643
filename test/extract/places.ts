/** Places for tests: the five counties of the seeds, and some whose lists nobody has seen. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Place, placeNamesSchema } from '../../src/domain/place.ts';

const place = (
  county: [string, string],
  prefecture: [string, string],
  province: [string, string],
): Place => ({
  county: { code: county[0], name: county[1] },
  prefecture: { code: prefecture[0], name: prefecture[1] },
  province: { code: province[0], name: province[1] },
});

const xinjiang: [string, string] = ['650000', '新疆维吾尔自治区'];
const yili: [string, string] = ['654000', '伊犁哈萨克自治州'];
const shaanxi: [string, string] = ['610000', '陕西省'];

const list: Place[] = [
  place(['654026', '昭苏县'], yili, xinjiang),
  place(['654002', '伊宁市'], yili, xinjiang),
  place(['654022', '察布查尔锡伯自治县'], yili, xinjiang),
  place(['653123', '英吉沙县'], ['653100', '喀什地区'], xinjiang),
  place(['652327', '吉木萨尔县'], ['652300', '昌吉回族自治州'], xinjiang),
  place(['653024', '乌恰县'], ['653000', '克孜勒苏柯尔克孜自治州'], xinjiang),
  place(['610113', '雁塔区'], ['610100', '西安市'], shaanxi),
  place(['610122', '蓝田县'], ['610100', '西安市'], shaanxi),
  place(['330782', '义乌市'], ['330700', '金华市'], ['330000', '浙江省']),
  place(['110108', '海淀区'], ['110100', '市辖区'], ['110000', '北京市']),
  place(['150622', '准格尔旗'], ['150600', '鄂尔多斯市'], ['150000', '内蒙古自治区']),
  place(['152522', '阿巴嘎旗'], ['152500', '锡林郭勒盟'], ['150000', '内蒙古自治区']),
];

/** The place of a county by its name or its code. */
export function placeOf(county: string): Place {
  const found = list.find(({ county: { code, name } }) => code === county || name === county);
  if (!found) throw new Error(`no place for ${county}: add it to test/extract/places.ts`);
  return found;
}

export const placeNames = placeNamesSchema.parse(
  parse(readFileSync(new URL('../../seeds/vocabulary/places.yaml', import.meta.url), 'utf8')),
);
