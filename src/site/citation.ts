/** How to quote a duty or a township's lists, ready to copy. */
import { dutyPath, townshipPath } from '../domain/address.ts';
import { LISTS } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import type { Entry } from './entries.ts';
import { absolute } from './links.ts';
import { editionWords, listHeading, townshipName } from './words.ts';

/** A citation as what stands before the day of reading and the address, which only the reader's device may know. */
export interface Citation {
  url: string;
  /** GB/T 7714 up to the day of reading. */
  standard: string;
  /** Plain words up to the address. */
  plain: string;
}

export function dutyCitation({ township, duty }: Entry): Citation {
  const title = `${listHeading(township, duty.list)}第${duty.number}项：${duty.name}`;
  const place = `${townshipName(township)}《${LISTS[duty.list].chinese}清单》第 ${duty.number} 项“${duty.name}”`;
  return citation(township, title, place, dutyPath(township.code, duty));
}

export function townshipCitation(township: Township): Citation {
  const name = townshipName(township);
  return citation(township, `${name}履职事项清单`, `${name}《履职事项清单》`, townshipPath(township.code));
}

function citation(township: Township, title: string, place: string, path: string): Citation {
  const date = township.edition ? `(${township.edition})` : '';
  return {
    url: absolute(path),
    standard: `${townshipName(township)}. ${title}[EB/OL]. ${date}`,
    plain: `${place}（${editionWords(township.edition)}）`,
  };
}
