/** How to quote a duty or a township's lists, ready to copy. */
import { dutyPath, townshipPath } from '../domain/address.ts';
import { LISTS } from '../domain/lists.ts';
import type { Township } from '../domain/township.ts';
import type { Entry } from './entries.ts';
import { absolute } from './links.ts';
import { editionWords, listHeading, townshipName } from './words.ts';

/** A citation around the day of reading, which only the reader's device knows. */
export interface Citation {
  url: string;
  /** GB/T 7714 up to the day of reading, and after it. */
  standard: [string, string];
  plain: string;
}

export function dutyCitation({ township, duty }: Entry): Citation {
  const title = `${listHeading(township, duty.list)}：${duty.number} ${duty.name}`;
  const place = `${townshipName(township)}《${LISTS[duty.list].chinese}清单》第 ${duty.number} 项“${duty.name}”`;
  return citation(township, title, place, absolute(dutyPath(township.code, duty)));
}

export function townshipCitation(township: Township): Citation {
  const name = townshipName(township);
  return citation(
    township,
    `${name}履职事项清单`,
    `${name}《履职事项清单》`,
    absolute(townshipPath(township.code)),
  );
}

function citation(township: Township, title: string, place: string, url: string): Citation {
  const date = township.edition ? `(${township.edition})` : '';
  return {
    url,
    standard: [`${townshipName(township)}. ${title}[EB/OL]. ${date}[`, `]. ${url}.`],
    plain: `${place}（${editionWords(township.edition)}），${url}`,
  };
}
