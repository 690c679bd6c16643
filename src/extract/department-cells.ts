/** A department cell taken apart into the names it lists. */

/** One name as printed; `carries` where 、 (or 和) stands before it, so that the prefix before carries on. */
export interface Part {
  text: string;
  carries: boolean;
}

/**
 * Words after the last name that name no body. They are left out of the mentions and are not unresolved either:
 *
 *     市场监督管理局等其他负有安全生产监督管理职责的部门      应急管理局等部门      应急管理局及其他负有…职责的部门
 */
const TAIL =
  /(?:(?:等|及|以及|和)(?:其他|其它|相关|有关|各|各级|各类|行业|主管|成员|负有)*[^、，,；;（）()]*(?:部门|单位|机构|乡镇|街道)|(?:等|等等))$/;
/** A part that names no body at all: 各有关部门, 县级行业主管部门 */
const NO_BODY = /^[^、，]*(?:有关|相关|主管|各|成员|行业|职能|业务)[^、，]*(?:部门|单位)$/;
/** 牵头部门：县教育局 */
const LABEL = /^(?:牵头|主管|责任|配合|协同|协助|承接|主责|对应|上级|参与|承办)+(?:部门|单位|科室)?[:：]/;
const PIECE = /([、，,；;/／。\n]?)((?:[^、，,；;/／。（(]|[（(][^）)]*(?:[）)]|$))+)/gu;

const withoutTail = (text: string): string => {
  const bare = text.replace(LABEL, '');
  return NO_BODY.test(bare) ? '' : bare.replace(TAIL, '');
};

/**
 * White space inside a part: layout inside a word, or the border of two names.
 *
 *     市 委统一战线工作 部      英吉沙县委组织部 英吉沙县人力资源和社会保障局
 */
function splitAtSpaces(part: string, isName: (text: string) => boolean): string[] {
  const names: string[] = [];
  let open = '';
  for (const piece of part.split(/\s+/u).filter((each) => each !== '')) {
    const border = open !== '' && !/^[（(]/.test(piece) && isName(open) && !isName(open + piece);
    if (border) names.push(open);
    open = border ? piece : open + piece;
  }
  return open ? [...names, open] : names;
}

/** The names of a cell in order. `isName` tells whether a text is a whole name. */
export function cellParts(cell: string, isName: (text: string) => boolean): Part[] {
  return [...cell.trim().matchAll(PIECE)].flatMap(([, separator, text]) =>
    splitAtSpaces(text ?? '', isName).flatMap((each, index) => {
      const name = withoutTail(each);
      return name ? [{ text: name, carries: index === 0 && /[、/／]/.test(separator ?? '') }] : [];
    }),
  );
}

/** 县政府办（数字化发展局）: the name and what stands in its bracket. */
export function splitBracket(text: string): { name: string; bracket: string } {
  const found = /^([^（(]+)[（(]([^）)]*)[）)]?(.*)$/u.exec(text);
  return found
    ? { name: (found[1] ?? '') + (found[3] ?? ''), bracket: found[2] ?? '' }
    : { name: text, bracket: '' };
}

/**
 * Names that follow one another with no mark between, or joined by 和, 及, 与: every way to part them is tried, the longest
 * name first, until all of the text is used.
 *
 *     县教育局和公安局      英吉沙县委组织部英吉沙县财政局
 */
export function splitJoined(text: string, isName: (text: string) => boolean): string[] | null {
  for (let end = text.length - 1; end >= 2; end--) {
    if (!isName(text.slice(0, end))) continue;
    const rest = text.slice(end).replace(/^(?:以及|和|及|与)/, '');
    if (isName(rest)) return [text.slice(0, end), rest];
    const more = splitJoined(rest, isName);
    if (more) return [text.slice(0, end), ...more];
  }
  return null;
}
