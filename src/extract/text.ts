/** White space in a printed Chinese text is layout, not text: these functions take it out and change nothing else. */

/** Characters that a PDF reader leaves behind and no reader sees: BOM, zero-width spaces and joiners, soft hyphen. */
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Nd}]/u;

/**
 * One block of published text on one line. White space is kept, as a single space, only between two
 * words or numbers of an alphabet (`5G APP`); `2025 年 7 月` becomes `2025年7月`.
 */
export function tidyText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/\s+/gu, (gap, at: number, whole: string) => {
      const before = whole[at - 1] ?? '';
      const after = whole[at + gap.length] ?? '';
      return WORD.test(before) && WORD.test(after) ? ' ' : '';
    });
}

/** Text with all white space taken out: what two readings of the same text must agree in. */
export const bareText = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/gu, '');

/** Digits as ASCII: `１２` and `12` are the same number. */
export const foldDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Printed width in half-width columns: a Han character takes two, an ASCII letter or a curly quote one. */
export function printedWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
