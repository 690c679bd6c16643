/** The sitemap: every address of the handbook, with the day its township last changed. */
import {
  categoryPath,
  comparePath,
  departmentPath,
  dutyPath,
  officePath,
  sourcePath,
  townshipPath,
} from '../domain/address.ts';
import type { Township } from '../domain/township.ts';
import type { Handbook } from './entries.ts';
import { historyOf } from './history.ts';
import { absolute } from './links.ts';
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
    ...book.townships.flatMap((township) => townshipUrls(township)),
  ];
  return element('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls);
}

const departmentPaths = ({ departments }: Handbook): string[] =>
  departments.flatMap(({ id, offices }) => [
    departmentPath(id),
    ...offices.map(({ county }) => officePath(id, county)),
  ]);

function townshipUrls(township: Township): string[] {
  const { code, duties } = township;
  const changed = historyOf(township)?.changed;
  const paths = [townshipPath(code), sourcePath(code), ...duties.map((duty) => dutyPath(code, duty))];
  return paths.map((path) => url(path, changed));
}

const url = (path: string, changed?: string): string =>
  element('url', {}, [
    textElement('loc', absolute(path)),
    ...(changed ? [textElement('lastmod', changed)] : []),
  ]);
