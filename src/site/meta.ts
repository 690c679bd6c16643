/** What a page says of itself in its head: title, description, place in the site, machine-readable twin. */
import { SITE_NAME } from './config.ts';
import { absolute, href, type Link } from './links.ts';

export interface PageMeta {
  /** Address below the base path. */
  path: string;
  title: string;
  /** What the head of its further printed pages says: the title, and what tells papers of one title apart. */
  paper: string;
  description: string;
  /** The way from the home page to this one, without either. */
  crumbs: Link[];
  /** The page itself as the last crumb. */
  here: string;
  /** Chooses paper and layout: see styles. */
  kind: 'plain' | 'township' | 'duty' | 'office';
  jsonLd: object[];
  /** It stands in for another page: search engines leave it out, and it names no address of its own. */
  standsIn?: boolean;
  /** The same content for machines. */
  twin?: { path: string; type: string };
}

type Given = Pick<PageMeta, 'path' | 'title' | 'description'> & Partial<PageMeta>;

/** A page's head with what most pages share. */
export function pageMeta(given: Given): PageMeta {
  const { crumbs = [], here = given.title, paper = given.title, kind = 'plain', jsonLd = [] } = given;
  const trail = given.path === '/' || given.standsIn ? [] : [breadcrumbs(crumbs, here, given.path)];
  return { ...given, paper, crumbs, here, kind, jsonLd: [...trail, ...jsonLd] };
}

function breadcrumbs(crumbs: readonly Link[], here: string, path: string): object {
  const trail = [{ href: href('/'), text: SITE_NAME }, ...crumbs, { href: href(path), text: here }];
  const origin = absolute('/').slice(0, -href('/').length);
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.text,
      item: origin + crumb.href,
    })),
  };
}
