/** The 报错 link of a duty: filled with its id and edition; absent when no address is configured. */
import { dutyPath } from '../domain/address.ts';
import { REPORT } from './config.ts';
import type { Entry } from './entries.ts';
import { absolute } from './links.ts';
import { editionWords, listHeading } from './words.ts';

/** An issue form or a mail, filled in; null where neither is configured. */
export function reportLink({ id, township, duty }: Entry): string | null {
  const title = `报错：${id}`;
  const body = [
    `事项：${listHeading(township, duty.list)} 第 ${duty.number} 项 ${duty.name}`,
    `编号：${id}`,
    `版本：${editionWords(township.edition)} ${township.seed.sha256.slice(0, 12)}`,
    `地址：${absolute(dutyPath(township.code, duty))}`,
    '',
    '错在哪里：',
  ].join('\n');
  if (REPORT.url) return `${REPORT.url}${REPORT.url.includes('?') ? '&' : '?'}${query({ title, body })}`;
  return REPORT.mail ? `mailto:${REPORT.mail}?${query({ subject: title, body })}` : null;
}

const query = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
