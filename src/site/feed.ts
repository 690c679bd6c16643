/**
 * The Atom feed: one entry a township, renewed when its lists are added or corrected. Atom has no entries without a day:
 * townships of which none is known are left out.
 */
import { townshipPath } from '../domain/address.ts';
import type { Township } from '../domain/township.ts';
import { DISCLAIMER, SITE_NAME, SITE_ORIGIN } from './config.ts';
import { type History, historyOf } from './history.ts';
import { absolute } from './links.ts';
import { editionWords, fullName, townshipName } from './words.ts';
import { element, textElement } from './xml.ts';

export function feed(townships: readonly Township[]): string {
  const entries = townships
    .flatMap((township) => {
      const days = daysOf(township);
      return days ? [{ township, days }] : [];
    })
    .toSorted((a, b) => b.days.changed.localeCompare(a.days.changed));
  const [newest] = entries;
  return element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    textElement('title', SITE_NAME),
    textElement('subtitle', DISCLAIMER),
    textElement('id', atomId('/')),
    element('link', { rel: 'self', href: absolute('/feed.xml') }),
    element('link', { href: absolute('/') }),
    ...(newest ? [textElement('updated', moment(newest.days.changed))] : []), // nobody knows more of it than of its entries
    element('author', {}, [textElement('name', SITE_NAME)]),
    ...entries.map(({ township, days }) => feedEntry(township, days)),
  ]);
}

/** Where nothing is known of the day, the edition's month, which Atom can write as its first day only. */
function daysOf(township: Township): History | null {
  const first = township.edition && `${township.edition}-01`;
  return historyOf(township) ?? (first ? { added: first, changed: first } : null);
}

function feedEntry(township: Township, { added, changed }: History): string {
  const path = townshipPath(township.code);
  const corrected = township.corrections.length;
  const summary = `${fullName(township)}履职事项清单（${editionWords(township.edition)}），共 ${township.duties.length} 项；改正识别错误 ${corrected} 处。`;
  return element('entry', {}, [
    textElement('title', `${townshipName(township)}履职事项清单`),
    textElement('id', atomId(path)),
    element('link', { href: absolute(path) }),
    textElement('published', moment(added)),
    textElement('updated', moment(changed)),
    textElement('summary', summary),
  ]);
}

/** An entry's address, or a name of its own where the site's address is not known. */
const atomId = (path: string): string => (SITE_ORIGIN ? absolute(path) : `urn:township-duties:${path}`);

const moment = (day: string): string => `${day}T00:00:00Z`;
