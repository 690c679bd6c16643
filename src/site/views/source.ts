/** A seed as received, its lines numbered and grouped by the duty they became. */
import { dutyPath, sourcePath } from '../../domain/address.ts';
import { LISTS } from '../../domain/lists.ts';
import type { Township } from '../../domain/township.ts';
import { type Entry, groupBy, type Handbook } from '../entries.ts';
import { type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { shorten, townshipName } from '../words.ts';
import { type CorrectionLine, correctionLines, HOME_TOWNSHIPS, townshipLink } from './shared.ts';

export interface SourceLine {
  number: number;
  text: string;
  corrections: CorrectionLine[];
}

/** Lines that became one duty, or lines between duties (heads, page marks, preface). */
export interface SourceBlock {
  duty: Link | null;
  lines: SourceLine[];
}

export interface SourceView {
  meta: PageMeta;
  seed: Township['seed'];
  back: Link;
  blocks: SourceBlock[];
}

export function sourceView(
  township: Township,
  texts: readonly string[],
  { townships, ofTownship }: Handbook,
): SourceView {
  const name = townshipName(township);
  return {
    meta: pageMeta({
      path: sourcePath(township.code),
      title: `${name}履职事项清单识读文字`,
      here: '识读文字',
      description: `${name}履职事项清单的识读文字（机器从原件读出），逐行编号，每一行连到它所成的事项`,
      crumbs: [HOME_TOWNSHIPS, townshipLink(township)],
    }),
    seed: township.seed,
    back: townshipLink(township),
    blocks: blocks(
      sourceLines(texts, correctionLines(township, township.corrections, townships)),
      owners(ofTownship.get(township.code) ?? []),
    ),
  };
}

function sourceLines(texts: readonly string[], corrections: readonly CorrectionLine[]): SourceLine[] {
  const byLine = groupBy(corrections, (correction) => [String(correction.line)]);
  const lines = texts.at(-1) === '' ? texts.slice(0, -1) : texts;
  return lines.map((text, index) => ({
    number: index + 1,
    text: text.trimEnd(),
    corrections: byLine.get(String(index + 1)) ?? [],
  }));
}

/** The duty of each line. Where two share one, the first: a correction restored the other, or parted it from the first. */
function owners(entries: readonly Entry[]): Map<number, Entry> {
  const found = new Map<number, Entry>();
  for (const entry of entries) {
    const [first, last] = entry.duty.source.lines;
    for (let line = first; line <= last; line += 1) if (!found.has(line)) found.set(line, entry);
  }
  return found;
}

function blocks(lines: readonly SourceLine[], ownerOf: Map<number, Entry>): SourceBlock[] {
  const found: SourceBlock[] = [];
  let owner: Entry | undefined;
  for (const line of lines) {
    const now = ownerOf.get(line.number);
    const opens = found.length === 0 || (now !== owner && line.text !== '');
    if (opens) found.push({ duty: now ? dutyLabel(now) : null, lines: [] });
    found.at(-1)?.lines.push(line);
    if (opens) owner = now;
  }
  return found;
}

const dutyLabel = ({ township, duty }: Entry): Link =>
  link(dutyPath(township.code, duty), `${LISTS[duty.list].short} ${duty.number} ${shorten(duty.name, 16)}`);
