/** The townships that concern the reader: 我的乡镇, and that of the page on which the search was opened. */
import { recall, townshipKey } from '../../scripts/storage.ts';

/** Where the site stands on its host. */
const base = new URL('../', import.meta.url).pathname;

/** The code of 我的乡镇. */
export const mine = (): string | undefined => JSON.parse(recall(townshipKey(base)) ?? 'null')?.code;

/** Codes of townships whose duties lead those that are the same in others. */
export function leading(): string[] {
  const [, here] = /^townships\/(\d{9})\//.exec(location.pathname.slice(base.length)) ?? [];
  return [mine(), here].filter((code) => code !== undefined);
}
