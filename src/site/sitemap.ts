/**
 * The sitemap: every page of the handbook but those for readers who are lost (404) or without a network, with the day its
 * township last changed, where it is known.
 */
import {
  categoryPath,
  comparePath,
  departmentPath,
  differencesPath,
  dutyPath,
  officePath,
  sourcePath,
  townshipPath,
} from '../domain/address.ts';
import type { Township } from '../domain/township.ts';
import type { Entry, Handbook } from './entries.ts';
import { historyOf } from './history.ts';
import { absolute } from './links.ts';
import { hasDifferences } from './views/counterparts.ts';
import { element, textElement } from './xml.ts';

const FIXED = [
  '/',
  '/townships/',
  '/departments/',
  '/categories/',
  '/compare/',
  '/figures/',
  '/search/',
  '/guide/',
  '/about/',
  '/glossary/',
  '/quality/',
  '/data/',
];

export function sitemap(book: Handbook): string {
  const urls = [
    ...[
      ...FIXED,
      ...departmentPaths(book),
      ...book.categories.flatMap(({ id }) => [categoryPath(id), comparePath(id)]),
    ].map((path) => url(path)),
    ...book.townships.flatMap((township) => townshipUrls(township, book)),
  ];
  return element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls);
}

const departmentPaths = ({ departments }: Handbook): string[] =>
  departments.flatMap(({ id, offices }) => [
    departmentPath(id),
    ...offices.map(({ county }) => officePath(id, county)),
  ]);

function townshipUrls(township: Township, book: Handbook): string[] {
  const { code } = township;
  const changed = historyOf(township)?.changed;
  const duties = book.ofTownship.get(code) ?? [];
  const paths = [townshipPath(code), sourcePath(code), ...duties.flatMap((entry) => dutyPaths(entry, book))];
  return paths.map((path) => url(path, changed));
}

const dutyPaths = (entry: Entry, book: Handbook): string[] => [
  dutyPath(entry.township.code, entry.duty),
  ...(hasDifferences(entry, book) ? [differencesPath(entry.id)] : []),
];

const url = (path: string, changed?: string): string =>
  element('url', {}, [
    textElement('loc', absolute(path)),
    ...(changed ? [textElement('lastmod', changed)] : []),
  ]);
