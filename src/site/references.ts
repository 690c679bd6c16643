/** What an explanation says of places in documents, for readers who do not know the documents by their digits. Pure. */
import { perObject } from '../build/per-object.ts';
import { sourcePath } from '../domain/address.ts';
import type { Township } from '../domain/township.ts';
import type { Linked } from './linked.ts';
import { href } from './links.ts';
import { townshipName } from './words.ts';

/**
 * `000 第1017—1018行同句作“学”` · `与本件第148、178行同类` · `003 第156行、004 第132行`: a document by the digits that its
 * file begins with, or the text's own; lines; and what ends a sentence.
 */
const TOKEN =
  /(?<![\d第])(?<digits>\d{3})(?![\d条项行])|(?<own>本(?:件|清单|行|事项))|第(?<lines>\d+(?:[—、]\d+)*)行|(?<end>[。；])/gu;

/**
 * An explanation with documents by their townships' names, and their lines as links. Lines are of the document last
 * named in their sentence, else of `own`; those of a document that is not published, or that it has not, stay words.
 */
export function withReferences(
  text: string,
  own: Township,
  townships: readonly Township[],
): (string | Linked)[] {
  const parts: (string | Linked)[] = [];
  let document: Township | undefined = own;
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const { digits, lines } = match.groups ?? {};
    parts.push(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (!lines) document = digits ? byDigits(townships).get(digits) : own;
    if (lines) parts.push(...lineLinks(lines, document));
    else parts.push(digits && document ? townshipName(document) : match[0]);
  }
  return joined([...parts, text.slice(at)]);
}

/** 148、178、184—191 as 第148、178、184—191行, each a link. */
function lineLinks(lines: string, document: Township | undefined): (string | Linked)[] {
  const places = lines.split('、');
  return places.flatMap((place, at) => {
    const first = Number.parseInt(place, 10);
    const text = `${at === 0 ? '第' : ''}${place}${at === places.length - 1 ? '行' : ''}`;
    const known = document && first <= document.seed.lines;
    const part = known ? { href: href(sourcePath(document.code, first)), text, term: false } : text;
    return at === 0 ? [part] : ['、', part];
  });
}

/** By the digits before the first underscore of the file's name. */
const byDigits = perObject(
  (townships: readonly Township[]) =>
    new Map(townships.map((township) => [township.seed.file.split('_', 1)[0] ?? '', township])),
);

/** Words that follow one another as one text. */
function joined(parts: readonly (string | Linked)[]): (string | Linked)[] {
  const found: (string | Linked)[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else if (part !== '') found.push(part);
  }
  return found;
}
