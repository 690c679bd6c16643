/** A page written by hand, read back from the built site. */
import { Parser } from 'htmlparser2';
import type { SearchRecord } from './record.ts';

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'q',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'wbr',
]);

/** The record of a page from its HTML: the first block of `<main>` is its title, every other a cell. */
export function guideRecord(url: string, html: string): SearchRecord {
  const [title = '', ...texts] = mainBlocks(html);
  if (title === '') throw new Error(`${url}: nothing in <main>`);
  return { url, title, names: [], cells: texts.map((text) => [{ text }]), filters: {} };
}

function mainBlocks(html: string): string[] {
  const blocks = [''];
  let inMain = false;
  const border = (name: string) => INLINE.has(name) || blocks.push('');
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'main') inMain = true;
      border(name);
    },
    ontext: (text) => {
      if (inMain) blocks[blocks.length - 1] += text;
    },
    onclosetag: (name) => {
      if (name === 'main') inMain = false;
      border(name);
    },
  });
  parser.end(html);
  return blocks.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
}
