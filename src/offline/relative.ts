/** Pages of the site made fit to be read from a folder, without a server: pure, text to text. */

export interface Place {
  /** The page's path below the base path: townships/654026101/index.html */
  path: string;
  /** The base path, with a slash at both ends. */
  base: string;
}

/** Classic scripts in place of modules, which browsers load from servers only: addresses by address. */
export type Scripts = ReadonlyMap<string, readonly string[]>;

const ADDRESS = /( (?:href|src|action|data-styles)=")(\.{0,2}\/[^"]*)"/g;
const MODULE = /<script type="module" src="([^"]*)"><\/script>/g;
/** `'self'` is no folder's name; apps and modules come from servers. */
const SERVED_ONLY =
  /<meta http-equiv="Content-Security-Policy"[^>]*>|<link rel="(?:manifest|modulepreload)"[^>]*>/g;

/** A page with links to its neighbours in the folder. */
export const relativePage = (html: string, place: Place, scripts: Scripts): string =>
  html
    .replace(SERVED_ONLY, '')
    .replace(MODULE, (_, address: string) => classic(scripts.get(address) ?? []))
    .replace(ADDRESS, (_, before: string, address: string) => `${before}${relativeAddress(address, place)}"`);

const classic = (addresses: readonly string[]): string =>
  addresses.map((address) => `<script defer src="${address}"></script>`).join('');

/** /townships/ seen from departments/index.html is ../townships/index.html, and so is ../townships/ */
export function relativeAddress(address: string, { path, base }: Place): string {
  if (address.startsWith('.')) return fileOf(address);
  if (!address.startsWith(base)) return address;
  return '../'.repeat(path.split('/').length - 1) + fileOf(address.slice(base.length));
}

/** A folder opens no page by itself: townships/?q=… is townships/index.html?q=… */
function fileOf(address: string): string {
  const [, target = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  return (target === '' || target.endsWith('/') ? `${target}index.html` : target) + rest;
}
