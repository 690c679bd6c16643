/** The Atom feed: one entry a township, renewed when its lists are added or corrected. */
import { townshipPath } from '../domain/address.ts';
import type { Township } from '../domain/township.ts';
import { DISCLAIMER, SITE_NAME, SITE_ORIGIN } from './config.ts';
import { historyOf } from './history.ts';
import { absolute } from './links.ts';
import { editionWords, fullName, townshipName } from './words.ts';
import { element, textElement } from './xml.ts';

const EPOCH = '2025-07-01';

export function feed(townships: readonly Township[]): string {
  const dated = townships.map((township) => ({ township, history: historyOf(township) }));
  const days = dated.map(({ history }) => history?.changed ?? EPOCH).toSorted();
  const entries = dated.toSorted((a, b) =>
    (b.history?.changed ?? EPOCH).localeCompare(a.history?.changed ?? EPOCH),
  );
  return element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    textElement('title', SITE_NAME),
    textElement('subtitle', DISCLAIMER),
    textElement('id', atomId('/')),
    element('link', { rel: 'self', href: absolute('/feed.xml') }),
    element('link', { href: absolute('/') }),
    textElement('updated', moment(days.at(-1) ?? EPOCH)),
    element('author', {}, [textElement('name', SITE_NAME)]),
    ...entries.map(({ township, history }) =>
      feedEntry(township, history?.added ?? EPOCH, history?.changed ?? EPOCH),
    ),
  ]);
}

function feedEntry(township: Township, added: string, changed: string): string {
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
