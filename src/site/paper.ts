/** Print rules that hold a township's name: margin boxes take no text from the page. */
import type { Township } from '../domain/township.ts';
import { editionWords, townshipName } from './words.ts';

/** A4 landscape with the township's name above and the page number below, on every page. */
export function marginBoxes(township: Township): string {
  const title = `${townshipName(township)}履职事项清单（${editionWords(township.edition)}）`;
  return [
    '@page{size:A4 landscape;margin:17mm 14mm 16mm}',
    `@page{@top-left{content:${cssString(title)}}@bottom-center{content:"第 " counter(page) " 页，共 " counter(pages) " 页"}}`,
    '@page:first{@top-left{content:none}}',
  ].join('\n');
}

const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N}\p{P}\p{Zs}]|["\\]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
