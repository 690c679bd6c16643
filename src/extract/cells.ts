/** From the markup of a table cell to its blocks of text. */
import { Parser } from 'htmlparser2';
import { type Finding, finding } from './finding.ts';
import type { Block } from './rows.ts';

export interface CellRead {
  blocks: Block[];
  findings: Finding[];
}

/** Tags that only lay text out: `<p>县教育局：</p> <ol style="list-style-type: none"> <li>1.组织…</li> </ol>` */
const LAYOUT = ['p', 'ol', 'ul', 'li', 'div', 'br'];
const INLINE = ['b', 'strong', 'i', 'em', 'u', 'span', 'sup', 'sub'];
const ATTRIBUTE = `\\s+(?:style|class|align|start|type)\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'>]+)`;
const REST_OF_TAG = `/?(?:${[...LAYOUT, ...INLINE].join('|')})(?:${ATTRIBUTE})*\\s*/?>`;
const TAG = new RegExp(`<${REST_OF_TAG}`, 'gi');
/** A `<` that begins none of these tags: it is a character of the text. */
const TEXT_ANGLE = new RegExp(`<(?!${REST_OF_TAG})`, 'gi');

/**
 * The blocks of a cell. Layout tags end a block and inline tags vanish; any other tag is text of the document to
 * us: it is kept as it stands and reported, as are layout tags that do not pair.
 */
export function readCell(cell: string, line: number, file: string): CellRead {
  if (!/[<&]/.test(cell)) return { blocks: block(cell, line, false), findings: [] };
  return {
    blocks: readBlocks(cell.replace(TEXT_ANGLE, '&lt;'), line),
    findings: [...foreignTags(cell, line, file), ...unpairedTags(cell, line, file)],
  };
}

/** The text of a cell by plainer means, to check its blocks against: tags struck out, entities read, nothing else. */
export function strikeTags(cell: string): string {
  if (!/[<&]/.test(cell)) return cell;
  let text = '';
  const parser = new Parser({
    ontext: (words) => {
      text += words;
    },
  });
  parser.end(cell.replace(TAG, ' ').replaceAll('<', '&lt;'));
  return text;
}

function readBlocks(cell: string, line: number): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let text = '';
  const atLayout = (name: string, change: () => void) => {
    if (!LAYOUT.includes(name)) return;
    blocks.push(...block(text, line, /^(li|ol|ul)$/.test(open.at(-1) ?? '')));
    text = '';
    if (name !== 'br') change();
  };
  const parser = new Parser({
    onopentag: (name) => atLayout(name, () => open.push(name)),
    onclosetag: (name) => atLayout(name, () => open.splice(open.lastIndexOf(name))),
    ontext: (words) => {
      text += words;
    },
  });
  parser.end(cell);
  return [...blocks, ...block(text, line, false)];
}

const block = (text: string, line: number, item: boolean): Block[] =>
  text.trim() === '' ? [] : [{ line, text: text.trim(), ...(item ? { item } : {}) }];

/** `<note>`, `</a>`, `<!-- … -->`; a bare `<` before a number is only a sign. */
function foreignTags(cell: string, line: number, file: string): Finding[] {
  return [...cell.matchAll(TEXT_ANGLE)].flatMap(({ index }) => {
    const tag = /^<[a-z!?/][^>]{0,40}>?/i.exec(cell.slice(index))?.[0];
    return tag ? [finding('markup', file, line, `单元格含有不认识的标记 ${tag}`)] : [];
  });
}

function unpairedTags(cell: string, line: number, file: string): Finding[] {
  const count = (pattern: string): number => cell.match(new RegExp(pattern, 'gi'))?.length ?? 0;
  return [...LAYOUT, ...INLINE].flatMap((tag) => {
    const [opened, closed] = [count(`<${tag}(?=[\\s>/])`), count(`</${tag}\\s*>`)];
    if (tag === 'br' || opened === closed) return [];
    return [finding('unpaired-tag', file, line, `<${tag}> 有 ${opened} 个开始、${closed} 个结束`)];
  });
}
