/** The built site as tests read it: every page's links, ids and headings, parsed once. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';

export const DIST = process.env.DIST_DIR ?? 'dist';
const BASE = (process.env.BASE_PATH ?? '/').replace(/\/$/, '');

export interface BuiltPage {
  /** Address without the base path: /townships/654026101/ */
  path: string;
  html: string;
  lang: string;
  title: string;
  h1: number;
  ids: string[];
  /** Addresses of links and of what the page loads, as written. */
  links: string[];
  /** Inline style or script, which the policy forbids. */
  inline: string[];
  /** Characters of text inside main. */
  mainText: number;
}

let read: BuiltPage[] | undefined;

/** All pages, 404 included. */
export function builtPages(): BuiltPage[] {
  read ??= globSync('**/*.html', { cwd: DIST })
    .toSorted()
    .map((file) => readPage(file));
  return read;
}

export const readBuilt = (path: string): string => readFileSync(join(DIST, path), 'utf8');

/** Bytes as a server sends them. */
export const gzipped = (text: string): number => gzipSync(text, { level: 9 }).length;

/** An address as written to one below the base path; null for one outside the site. */
export function internal(written: string, from: string): { path: string; fragment: string } | null {
  const url = new URL(written, `http://site${BASE}${from}`);
  if (url.host !== 'site' || !url.pathname.startsWith(BASE)) return null;
  return {
    path: decodeURI(url.pathname.slice(BASE.length)),
    fragment: decodeURIComponent(url.hash.slice(1)),
  };
}

function readPage(file: string): BuiltPage {
  const html = readBuilt(file);
  const page: BuiltPage = {
    path: `/${file.replace(/index\.html$/, '')}`,
    html,
    lang: '',
    title: '',
    h1: 0,
    ids: [],
    links: [],
    inline: [],
    mainText: 0,
  };
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      note(page, name, attributes);
    },
    ontext(text) {
      if (open.at(-1) === 'title') page.title += text;
      if (open.includes('main')) page.mainText += text.trim().length;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return page;
}

function note(page: BuiltPage, name: string, attributes: Record<string, string>): void {
  if (name === 'html') page.lang = attributes['lang'] ?? '';
  if (name === 'h1') page.h1 += 1;
  if (attributes['id']) page.ids.push(attributes['id']);
  const canonical = attributes['rel'] === 'canonical';
  for (const key of ['href', 'src', 'action'])
    if (attributes[key] && !canonical) page.links.push(attributes[key]);
  const handlers = Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'));
  const script = name === 'script' && !attributes['src'] && attributes['type'] !== 'application/ld+json';
  if (handlers.length > 0 || name === 'style' || script) page.inline.push(`<${name} ${handlers.join(' ')}>`);
}
