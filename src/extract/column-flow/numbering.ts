/** Printed markers (一、 （二） 3. （4） ⑤) and how well a run of them counts. */
import { foldDigits } from '../text.ts';

export interface Marker {
  /** Its way of printing: only markers of the same kind count on from one another. */
  kind: 'section' | 'subsection' | 'item' | 'subitem' | 'circle';
  value: number;
  /** Where it stands in the text. */
  at: number;
}

const CHINESE = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** `1.确定代表名额`, `二、后期扶持工作`, `（3）`, but not `3.5米` and not `1个月`. */
const MARKER =
  /(?:(?<section>[一二三四五六七八九十]{1,3})[、．]|[（(](?<subsection>[一二三四五六七八九十]{1,3})[）)]|[（(](?<subitem>[0-9０-９]{1,2})[）)]|(?<subitem2>[0-9０-９]{1,2})[）)]|(?<item>[0-9０-９]{1,2})[.．、](?![0-9０-９])|(?<circle>[①-⑳]))/uy;

/** The marker that begins a text, if any. */
export function markerAt(text: string, at = 0): Marker | undefined {
  MARKER.lastIndex = at;
  const groups = MARKER.exec(text)?.groups;
  if (!groups) return undefined;
  if (groups['section']) return { kind: 'section', value: chineseNumber(groups['section']), at };
  if (groups['subsection']) return { kind: 'subsection', value: chineseNumber(groups['subsection']), at };
  if (groups['item']) return { kind: 'item', value: Number(foldDigits(groups['item'])), at };
  if (groups['circle']) return { kind: 'circle', value: CIRCLES.indexOf(groups['circle']) + 1, at };
  return { kind: 'subitem', value: Number(foldDigits(groups['subitem'] ?? groups['subitem2'] ?? '0')), at };
}

/** All markers of a line: at its beginning, and inside it after the end of a sentence. */
export function markersIn(text: string): Marker[] {
  const found: Marker[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && !/[；。;：:\s]/u.test(text[at - 1] ?? '')) continue;
    const marker = markerAt(text, at);
    if (marker) found.push(marker);
  }
  return found;
}

function chineseNumber(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return CHINESE.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : CHINESE.indexOf(text[0] ?? '') + 1;
  return tens * 10 + CHINESE.indexOf(text[ten + 1] ?? '') + 1;
}

/** What a counting costs: gaps, beginnings that are not 1, and restarts that no heading explains. */
const COST = { start: 7, gap: 5, restart: 6, sectionRestart: 10, headedRestart: 0.7, plainAfter: 0.4 };

/**
 * Counts along a cell. `read` takes the markers of one line after the other; `cost` is what the numbering so far
 * costs, as a log likelihood would.
 *
 *     二、流浪犬、猫的控制和处置管理工作       ← a heading: 1. may come again
 *     1.县农业农村局提供流浪犬、猫的收容收养点；
 */
export class Counting {
  cost = 0;
  private open: Marker[] = [];
  private heading = false;

  read(markers: readonly Marker[], isHeading: boolean): void {
    for (const marker of markers) this.count(marker);
    if (isHeading) this.heading = true;
  }

  private count(marker: Marker): void {
    const level = this.open.findIndex(({ kind }) => kind === marker.kind);
    const last = this.open[level];
    if (last === undefined) {
      if (marker.value !== 1) this.cost += COST.start;
      this.open.push(marker);
    } else {
      if (marker.value === 1) this.cost += this.restartCost(marker);
      else if (marker.value !== last.value + 1) this.cost += COST.gap;
      this.open = [...this.open.slice(0, level), marker];
    }
    this.heading = marker.kind === 'section' || marker.kind === 'subsection';
  }

  private restartCost(marker: Marker): number {
    if (marker.kind === 'section') return COST.sectionRestart;
    return this.heading ? COST.headedRestart : COST.restart;
  }
}
