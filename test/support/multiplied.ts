/** The content of a county whose townships share their texts, made from the five documents. */
import type { Matter } from '../../src/domain/counterpart.ts';
import type { Township } from '../../src/domain/township.ts';

interface Content {
  townships: Township[];
  counterparts: Matter[];
}

/** So many times as many townships, each with the same duties and its own code. */
export function multiplied<Given extends Content>(content: Given, times: number): Given {
  const codes = (code: string): string[] =>
    Array.from({ length: times }, (_, nth) => code.slice(0, 8) + ((Number(code[8]) + nth) % 10));
  const all = (ids: string[]): string[] =>
    ids.flatMap((id) => codes(id.slice(0, 9)).map((code) => code + id.slice(9)));
  return {
    ...content,
    townships: content.townships.flatMap((township) =>
      codes(township.code).map((code) => ({ ...township, code, name: township.name + code })),
    ),
    counterparts: content.counterparts.map(({ duties, partial, within }) => ({
      duties: all(duties),
      partial: all(partial),
      within: all(within),
    })),
  };
}
