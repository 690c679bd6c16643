/**
 * The words under which a page is found: overlapping pairs of its folded characters, each at the place of its first.
 *
 *   宅基地、林地  →  宅基 基地 地林 林地 地
 *
 * The last character of a cell stands alone, so that the pairs that begin with a character name every place of it.
 * 地林 weighs less, because punctuation stands between the two.
 */
import { fold } from '../fold.ts';
import { WEIGHTS } from '../layout.ts';
import type { Cell, SearchRecord } from './record.ts';

export interface Word {
  text: string;
  weight: number;
}

interface Character {
  text: string;
  /** Punctuation or a marker stands before it. */
  across: boolean;
}

export function recordWords(record: SearchRecord): Word[] {
  const names = [record.title, ...record.names].map((text) => [{ text }]);
  return [
    ...names.flatMap((cell) => pairs(characters(cell), WEIGHTS.name, WEIGHTS.nameAcross)),
    ...record.cells.flatMap((cell) => pairs(characters(cell), WEIGHTS.text, WEIGHTS.textAcross)),
    ...record.cells.flatMap(markerWords),
  ];
}

/** The letters and digits of a cell, its markers passed over. */
function characters(cell: Cell): Character[] {
  const found: Character[] = [];
  let across = false;
  for (const { marker, text } of cell) {
    across ||= marker !== undefined;
    for (const character of text) {
      const plain = fold(character);
      if (plain === '' && character.trim() !== '') across = true;
      for (const one of plain) {
        found.push({ text: one, across });
        across = false;
      }
    }
  }
  return found;
}

function pairs(run: readonly Character[], weight: number, weightAcross: number): Word[] {
  return run.map(({ text }, index) => {
    const next = run[index + 1];
    return { text: text + (next?.text ?? ''), weight: next?.across ? weightAcross : weight };
  });
}

/** `…巡查。2.县公安局…` read with its marker: 查2 2县 */
function markerWords(cell: Cell): Word[] {
  return cell.flatMap(({ marker, text }, index) => {
    if (marker === undefined) return [];
    const before = Array.from(fold(cell[index - 1]?.text ?? '')).slice(-1);
    const run = [...before, ...fold(marker), ...Array.from(fold(text)).slice(0, 1)];
    return run.slice(1).map((next, at) => ({ text: run[at] + next, weight: WEIGHTS.textAcross }));
  });
}
