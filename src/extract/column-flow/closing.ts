/**
 * What stands after the last row of a list and is none of its cells: a note, a signature, a date, any other words.
 *
 *     相关违法行为，根据情节轻重按照行政处罚程序进行处置
 *
 *     中共喀夏加尔镇委员会
 *     2025年7月15日
 */
import type { Border } from '../borders.ts';
import { type Finding, finding } from '../finding.ts';
import { bareText, foldDigits } from '../text.ts';
import { CellLayout } from './cell-layout.ts';
import { type Review, settleEnd } from './reviewed.ts';
import { columnsOf, type Reading } from './search.ts';
import type { Model } from './segments.ts';
import { piecesOf, type Sheet } from './sheet.ts';
import type { FlowLine, FlowRow } from './split-rows.ts';

/** 注：本清单由县委编办负责解释。 · 附件2 */
const NOTE =
  /^(?:(?:备?注|附(?:注|件|表)?|(?:填表)?说明|抄送|联系(?:人|电话))[\d一二三四五六七八九十]{0,2}[：:]|附[件表]\d{0,2}$)/u;
const BODY =
  '[\\p{Script=Han}（）]{2,30}(?:委员会|人民政府|办事处|党委|党工委|办公室|编办)(?:（[^（）]*章）)?';
const DAY =
  '(?:\\d{4}|[〇○零一二三四五六七八九]{4})年[\\d一二三四五六七八九十]{1,3}月(?:[\\d一二三四五六七八九十]{1,3}日)?';
/** 2025年7月15日 · 二〇二五年七月 · 中共昭苏县委员会 2025年7月 */
const DATE = new RegExp(`^(?:${BODY})?${DAY}$`, 'u');
/** 中共喀夏加尔镇委员会 · 喀夏加尔镇人民政府: who issues a list. */
const ISSUER = new RegExp(`^${BODY}$`, 'u');
/** No cell names the township's own committee or government on a line of its own. */
const OWN =
  /^(?:中共)?[\p{Script=Han}（）]{0,28}(?:乡|镇|街道)(?:委员会|人民政府|办事处|党委|党工委)(?:（[^（）]*章）)?$/u;

/** What there is to say of the end of a row that stands `whole` in its list, up to the next row. */
export function checkEnd(
  whole: FlowRow,
  sheet: Sheet,
  reading: Reading,
  model: Model,
  review: Review,
): Finding[] {
  const notes = doubtNotes(sheet, review.file);
  const closing = whole.isLast ? doubtClosing(sheet, reading, model, review) : [];
  return settleEnd(sheet.row, endRow(whole), [...notes, ...closing], review);
}

/** 注：1.本表所列事项以原文件为准。 */
const FOOTNOTE = /^(?:备|附)?注[\d一二三四五六七八九十]{0,2}[：:]/u;

/**
 * Doubt whether a note among the words of a row belongs to it: at the foot of a page it may be that of the whole list.
 *
 *     4.动态核查残疾人死亡、失联、户籍迁出、人证不符等情况，并出具相关证明报县残联。
 *     注：镇配合职责按县级主管部门要求执行。
 *     第 8 页，共 61 页
 *     17 民生服务
 */
function doubtNotes({ lines, row }: Sheet, file: string): Finding[] {
  return lines
    .filter(({ text }) => FOOTNOTE.test(bareText(text)))
    .map(({ number, text }) => {
      const message = `第 ${row.number} 项中的注，不能确定是否属于该项：${text.slice(0, 40)}`;
      return finding('doubtful-end', file, number, message);
    });
}

/** A row up to where it ends, the lines after that being nobody's: as reviewed, else without what closes the list. */
export function endRow(row: FlowRow, border?: Border): FlowRow {
  const { lines, isLast, all } = row;
  const reviewed = lines.findLastIndex(({ number }) => number === border?.ends) + 1;
  const end = reviewed || (isLast ? closingAt(lines) : lines.length);
  return { ...row, lines: lines.slice(0, end), all: all.slice(0, all.length - lines.length + end) };
}

/** Where what closes a list begins among the lines of its last row; their number where nothing does. */
function closingAt(lines: readonly FlowLine[]): number {
  const texts = lines.map(({ text }) => foldDigits(bareText(text)));
  const note = texts.findIndex((text, at) => at > 0 && NOTE.test(text));
  const end = note < 0 ? texts.length : note;
  const dated = DATE.test(texts[end - 1] ?? '');
  let at = dated ? end - 1 : end;
  while (at > 1 && (dated ? ISSUER : OWN).test(texts[at - 1] ?? '')) at -= 1;
  return at;
}

/**
 * Doubt whether the last words of a list belong to its last cell: a line that begins no item and follows the end of a
 * sentence, a line that had room for more, or a blank line where its column was not full; or a heading of nothing.
 *
 *     88 综合政务 集中管理本镇档案，推进档案信息化建设
 *
 *     伊犁州昭苏县喀夏加尔镇
 */
function doubtClosing(sheet: Sheet, reading: Reading, model: Model, { list, file }: Review): Finding[] {
  const column = columnsOf(list).at(-1) ?? 'name';
  const [p = 0, q = 0] = reading.starts.slice(-2);
  const layout = new CellLayout(sheet, model.layouts);
  const lines = piecesOf(sheet, p, q).map(({ line }) => line);
  const stray = lines.find((line, i) => {
    const before = lines[i - 1];
    if (!before || before.heading || before.named) return false;
    if (line.marked || line.named) return line.heading && i === lines.length - 1;
    const parted = line.afterBlank && !line.afterPage;
    return (
      before.ends ||
      (parted ? layout.endsBeforeBlank(column, p, q, i - 1) : layout.hasRoom(column, p, q, i - 1))
    );
  });
  if (!stray) return [];
  const message = `第 ${sheet.row.number} 项之后的文字，不能确定是否属于该项：${stray.text.slice(0, 40)}`;
  return [finding('doubtful-end', file, stray.number, message)];
}
