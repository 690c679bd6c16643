/** Telling, without knowing the place, whether a text is a list of departments or a heading that names who acts. */
import { cellParts, splitBracket, splitJoined } from './department-cells.ts';
import type { Vocabulary } from './department-names.ts';

export interface Recognizer {
  /** One name, known or plainly formed. */
  isName(text: string): boolean;
  isList(text: string): boolean;
  isHeading(text: string): boolean;
}

const LEVEL = '(?:自治区|自治州|自治县|自治旗|地区|新区|省|市|县|区|旗|州|盟)';
/** Any character of a place's name. */
const LETTER = '(?:(?![局委部])\\p{Script=Han})';
/** A place's own name: long only where it is autonomous (积石山保安族东乡族撒拉族自治县). */
const NAME = `(?:${LETTER}{2,12}?自治[区州县旗]|${LETTER}{1,6}?${LEVEL}|${LEVEL})`;
/** 县, 昭苏县委, 昌吉州, 伊犁州昭苏县, 中共英吉沙县委 */
const PLACE_TEXT = `(?:中共)?(?:${NAME}){1,3}(?:委|人民政府|政府)?`;
const PLACE = new RegExp(`^${PLACE_TEXT}$`, 'u');
/** Words of a sentence that would make its beginning look like a place: 由县, 上报县, 各市 */
const NOT_PLACE =
  /[报送给由向请知接经至在并及按对与或后等的协助级须需时]|配合|联合|统筹|牵头|反馈|结果|上交|上缴|移送|会同[县市区旗州]|移交|提交|负责|组织|督促|指导|做好|加强|^(?:将(?!乐)|交(?!城|口))|^[和同全各本该](?:县|市|区|旗|州|省|地区|自治区)(?:委|人民政府|政府)?$/u;
/** 局 and the like after a place; 县级, 县域, 市场, 市区 are no places. */
const PLAIN = new RegExp(
  `^(${PLACE_TEXT})(?![级域内外城场政区际委])` +
    '[\\p{Script=Han}]{2,16}(?:局|委员会|办公室|中心|联合会|协会|支队|大队|公司|研究室|管委会)$',
  'u',
);
const NOT_PLAIN =
  /工作|负责|开展|做好|配合|协助|上报|加强|指导|推荐|完善|落实|推进|推动|参与|管理和|建立|以上|以下|等|的|并|村民|居民|业主|调解|布局|格局|当局|全局|大局|服务好/u;

/** The longest cell of the seeds has 140 characters; anything much longer is text and is not worth trying. */
const LONGEST_LIST = 500;
const MARKER = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、）)])\s*/u;
/** 英吉沙县委组织部负责公务员干部 */
const CHARGE = /负责[^，。；、：:]{1,16}$/u;

/** The recognizer of a vocabulary; names with a place inside are recognized with any place. */
export function recognizer({ bodies, patterns }: Vocabulary): Recognizer {
  const anyPlace = (_: string, key: string): string =>
    key === 'county' || key === 'prefecture' ? NAME : '[\\p{Script=Han}]{2,8}';
  const placed = patterns.map(
    ({ pattern }) => new RegExp(`^${pattern.replace(/\{(\w+)\}/g, anyPlace)}$`, 'u'),
  );

  /** A known body after a place, or with none. */
  const isKnown = (text: string): boolean => {
    for (let at = 0; at <= Math.min(text.length - 2, 20); at++) {
      const place = text.slice(0, at);
      if (at > 0 && (!PLACE.test(place) || NOT_PLACE.test(place))) continue;
      if (bodies.has(text.slice(at))) return at > 0 || text.length > 2;
    }
    return placed.some((each) => each.test(text)) || isBranch(text, isKnown);
  };
  const isPlain = (text: string): boolean => {
    const place = PLAIN.exec(text)?.[1];
    return place !== undefined && !NOT_PLACE.test(place) && !NOT_PLAIN.test(text);
  };
  const isName = (text: string): boolean => {
    const { name } = splitBracket(text);
    return isKnown(name) || isPlain(name);
  };
  const isList = (text: string): boolean => {
    if (text.length > LONGEST_LIST || /[。！？]|[；;]$/.test(text)) return false;
    const parts = cellParts(text, isName);
    let names = 0;
    const fits = parts.every((part, index) => {
      const { name } = splitBracket(part.text);
      const carried = index > 0 && part.carries && bodies.has(name);
      if (carried || isName(part.text) || splitJoined(name, isKnown)) return ++names > 0;
      return index < parts.length - 1 && PLACE.test(name) && name.endsWith('委');
    });
    return fits && names > 0;
  };
  // 英吉沙县委组织部负责公务员干部：  英吉沙县委组织部（干部延伸考察）：  英吉沙县纪律检查委员会监察委员会机关：
  const isHeading = (text: string): boolean => {
    const bare = text.trim().replace(MARKER, '');
    const words = bare.replace(/[:：]$/, '');
    const head = words.replace(/[（(][^（()）]*[）)]$/u, '');
    return isList(head) || (words !== bare && CHARGE.test(head) && isList(head.replace(CHARGE, '')));
  };
  return { isName, isList, isHeading };
}

/** 伊宁市, 吉木萨尔 */
const BRANCH_PLACE = /^(?:(?![局委部])\p{Script=Han}){2,15}$/u;

/** 州生态环境局伊宁市分局, 州生态环境昭苏县分局: a branch of a known body. */
function isBranch(text: string, isKnown: (text: string) => boolean): boolean {
  const head = /^(.+?)分局$/u.exec(text)?.[1];
  if (!head) return false;
  for (let end = Math.max(4, head.length - 14); end < head.length; end++) {
    const body = head.slice(0, end);
    const place = head.slice(end);
    if (!BRANCH_PLACE.test(place) || NOT_PLACE.test(place)) continue;
    if (/局$/.test(body) ? isKnown(body) : isKnown(`${body}局`)) return true;
  }
  return false;
}
