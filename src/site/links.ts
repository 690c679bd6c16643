/** Addresses as a page writes them: with the base path, and whole where the site's own address is known. */
import { SITE_ORIGIN } from './config.ts';

export interface Link {
  href: string;
  text: string;
}

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** `/townships/` under the site's base path. */
export const href = (path: string): string => BASE + path;

/** The whole address where SITE_URL is set, else the same as `href`. */
export const absolute = (path: string): string => (SITE_ORIGIN ?? '') + href(path);

export const link = (path: string, text: string): Link => ({ href: href(path), text });
