/** Links inside a published text: the words stay, some of them lead somewhere. Pure. */
import type { Corrected, Part } from './marked.ts';

/** Words of a text that are a link; `term` for one to the glossary. */
export interface Linked {
  href: string;
  text: string;
  term: boolean;
}

/** A half-open range of a text's characters and where it leads. */
export interface Range {
  start: number;
  end: number;
  href: string;
  term?: boolean;
}

/** A text's parts with links laid over them. A range that meets a correction, or an earlier range, is left out. */
export function linkParts(parts: readonly Part[], ranges: readonly Range[]): Part[] {
  const ordered = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const found: Part[] = [];
  let at = 0;
  for (const part of parts) {
    const end = at + textOf(part).length;
    if (typeof part === 'string') found.push(...linkText(part, at, ordered));
    else found.push(part);
    at = end;
  }
  return found;
}

function linkText(text: string, offset: number, ranges: readonly Range[]): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { start, end, href, term = false } of ranges) {
    const [from, to] = [start - offset, end - offset];
    if (from < done || to > text.length) continue;
    if (from > done) parts.push(text.slice(done, from));
    parts.push({ href, text: text.slice(from, to), term });
    done = to;
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

/** The published words of a part. */
export const textOf = (part: Part): string =>
  typeof part === 'string' ? part : isLinked(part) ? part.text : part.now;

export const isLinked = (part: Corrected | Linked): part is Linked => 'href' in part;
