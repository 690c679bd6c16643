/** From the markup of a table cell to its blocks of text. */
import { Parser } from 'htmlparser2';
import { type Finding, finding } from './finding.ts';
import type { Block } from './rows.ts';

export interface CellRead {
  blocks: Block[];
  findings: Finding[];
}

/** Tags that only lay text out: `<p>县教育局：</p> <ol style="list-style-type: none"> <li>1.组织…</li> </ol>` */
const LAYOUT = new Set(['p', 'ol', 'ul', 'li', 'br', 'div']);
const INLINE = new Set(['b', 'strong', 'i', 'em', 'u', 'span', 'sup', 'sub']);
const HARMLESS_ATTRIBUTES = new Set(['style', 'class', 'align', 'start', 'type']);
const ACTIVE = /javascript:|<\s*\/?\s*(script|iframe|object|embed|svg|img|link|style|form)\b|\bon[a-z]+\s*=/i;

/**
 * The blocks of a cell. Layout tags end a block and inline tags vanish; a tag that is neither is text of the
 * document to us: it is kept as it stands and reported. What could run in a browser is an error.
 */
export function readCell(cell: string, line: number, file: string): CellRead {
  if (ACTIVE.test(cell))
    return {
      blocks: [{ line, text: cell }],
      findings: [finding('active-markup', file, line, `单元格含有可执行的标记：${excerpt(cell, ACTIVE)}`)],
    };
  if (!cell.includes('<') && !cell.includes('&')) return { blocks: plain(cell, line), findings: [] };
  return parseCell(cell, line, file);
}

const plain = (cell: string, line: number): Block[] =>
  cell.trim() === '' ? [] : [{ line, text: cell.trim() }];

function parseCell(cell: string, line: number, file: string): CellRead {
  const blocks: Block[] = [];
  const findings: Finding[] = [];
  const open: string[] = [];
  let text = '';
  const endBlock = () => {
    if (text.trim() !== '') blocks.push({ line, text: text.trim(), ...(inList(open) ? { item: true } : {}) });
    text = '';
  };
  const foreign = (from: number, to: number) => {
    const tag = cell.slice(from, to + 1);
    findings.push(finding('markup', file, line, `单元格含有不认识的标记 ${tag}`));
    text += tag;
  };
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      if (INLINE.has(name)) return;
      const known = LAYOUT.has(name) && Object.keys(attributes).every((key) => HARMLESS_ATTRIBUTES.has(key));
      if (!known) return foreign(parser.startIndex, parser.endIndex);
      endBlock();
      if (name !== 'br') open.push(name);
    },
    onclosetag(name, implied) {
      if (INLINE.has(name) || name === 'br') return;
      if (!LAYOUT.has(name)) return implied ? undefined : foreign(parser.startIndex, parser.endIndex);
      endBlock();
      if (open.lastIndexOf(name) >= 0) open.splice(open.lastIndexOf(name));
      if (implied) findings.push(finding('unclosed-tag', file, line, `<${name}> 没有结束`));
    },
    ontext(data) {
      text += data;
    },
  });
  parser.end(cell);
  endBlock();
  return { blocks, findings };
}

const inList = (open: string[]): boolean => {
  const innermost = open.at(-1);
  return innermost === 'li' || innermost === 'ol' || innermost === 'ul';
};

function excerpt(cell: string, pattern: RegExp): string {
  const at = cell.search(pattern);
  return cell.slice(at, at + 30);
}
