/// <reference lib="webworker" />
/**
 * The service worker: the network first, what was kept when there is none. Pages are kept by version: once a newer
 * edition has been met, what was kept of the older one is got anew and then thrown away.
 */
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { CORE_FILE, FOLDER } from '../search/layout.ts';
import {
  addressesIn,
  cacheNames,
  dropFrom,
  isOnceForAll,
  keepAll,
  keepAnew,
  keyOf,
  leaveShared,
  olderPages,
} from './caches.ts';
import { openPack } from './pack.ts';
import {
  type Request as Asked,
  OFFLINE_PAGE,
  type Plan,
  pagesPack,
  type Reply,
  searchPack,
  searchRoot,
} from './protocol.ts';

declare const self: ServiceWorkerGlobalScope;
declare const PLAN: Plan;

const { version, base, shell } = PLAN;
const names = cacheNames(base, version);
const PATIENCE = 5; // seconds after which a kept page is better than none

self.skipWaiting();
clientsClaim();

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) =>
  event.waitUntil(leaveShared((address) => isOurs(new URL(address)))),
);

self.addEventListener('message', (event) => {
  const page = event.source as Client;
  event.waitUntil(answer(event.data, page));
});

/** A worker without the ways in is of no use: it is not installed, and tried again at the next visit. */
async function install(): Promise<void> {
  if (!(await keepAll(shell, names))) throw new Error('the shell could not be kept');
}

async function answer(asked: Asked, page: Client): Promise<void> {
  if (asked.type === 'hello') {
    page.postMessage({ type: 'version', version: versionOf(page.url) } satisfies Reply);
    if (!keeping) await tellMine();
    await keepRead(page.url);
    await bringForward();
  } else if (asked.type === 'keep') {
    keeping = asked.code;
    const complete = await keepMine(asked.code);
    if (keeping !== asked.code) return; // another is wished for meanwhile, and told of when it is there
    keeping = undefined;
    await tellMine(complete ? undefined : asked.code);
  } else {
    keeping = undefined;
    await forgetMine();
  }
}

/** The page of a first visit came before there was a worker to keep it. */
async function keepRead(address: string): Promise<void> {
  const url = new URL(address);
  if (isOurs(url) && !isDownload(url) && !(await newest(address))) await keepAll([address], names);
}

/** The township that is being got at a reader's wish. */
let keeping: string | undefined;

/** Keeps all of a township, and what searching it takes; the one kept before stays until then. */
async function keepMine(code: string): Promise<boolean> {
  let bytes = 0;
  const complete = await keepAnew(packsOf(code), names.pages, (more) => {
    bytes += more;
    tell({ type: 'progress', code, bytes });
  });
  const before = await mine();
  opened.clear();
  if (keeping !== code) {
    if (before !== code) await dropFrom(names.pages, isPackOf(code)); // no longer wished for
  } else if (complete && before !== code) {
    await forgetMine();
    await (await caches.open(names.mine)).put(NOTE, new Response(code));
  }
  return complete;
}

/**
 * Tells of the township that is kept, by this version or still by an older one, or that none is; of another one that
 * was asked for in vain.
 */
async function tellMine(failed?: string): Promise<void> {
  const code = failed ?? (await mine()) ?? '';
  const kept = await Promise.all((await allPages()).map((name) => isKept(code, name)));
  await tell({ type: 'mine', code, kept: kept.includes(true), failed: failed !== undefined });
}

/** All pages of the handbook: who chose a township may have gone on to another page. */
async function tell(reply: Reply): Promise<void> {
  for (const page of await self.clients.matchAll()) page.postMessage(reply);
}

/** Pages last shown from what an older version kept, because they could not be got anew. */
const shownOlder = new Map<string, string>();

const versionOf = (address: string): string => shownOlder.get(keyOf(address)) ?? version;

/** The caches of pages in which something is looked for, the best first. */
const allPages = async (): Promise<string[]> => [names.pages, ...(await olderPages(names))];

/** What is kept under an address, by itself or with the township, of this version or of the newest that has it. */
async function newest(address: string): Promise<{ version: string; response: Response } | undefined> {
  for (const name of await allPages()) {
    const response =
      (await (await caches.open(name)).match(keyOf(address))) ?? (await packedIn(name, pathOf(address)));
    if (response) return { version: name.slice(names.allPages.length), response };
  }
  return undefined;
}

/** What was kept under older versions is kept under this one, then thrown away; without a network it stays for now. */
async function bringForward(): Promise<void> {
  const older = await olderPages(names);
  if (older.length === 0) return;
  const code = await mine();
  if (code && !(await keepAll(packsOf(code), names))) return;
  const kept = (await Promise.all(older.map(addressesIn))).flat().filter((address) => !isPack(address));
  const isPacked = await Promise.all(kept.map((address) => packedIn(names.pages, pathOf(address))));
  const left = kept.filter((_, at) => !isPacked[at]);
  if (!(await keepAll(left, names))) return;
  await Promise.all(older.map((name) => caches.delete(name)));
  await dropFiles();
  await tellMine();
}

/**
 * Throws away files that this version does not name, unless a newer one has begun to keep its own. Those of the index
 * go too, as only the host knows which are still in use: a search gets again what it needs, a few KB.
 */
async function dropFiles(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(names.allPages));
  if (versions.at(-1) !== names.pages) return;
  const named = new Set(shell.map(keyOf));
  await dropFrom(names.files, (address) => !named.has(address));
}

/** An address that nothing else has. */
const NOTE = `${base}mine`;

const mine = async (): Promise<string | undefined> =>
  (await caches.match(NOTE, { cacheName: names.mine }))?.text();

/** The township chosen before goes with all that was kept of it at once; pages read one by one stay. */
async function forgetMine(): Promise<void> {
  const code = (await mine()) ?? '';
  for (const name of await allPages()) await dropFrom(name, isPackOf(code));
  opened.clear();
  await caches.delete(names.mine);
}

const packsOf = (code: string): string[] => [pagesPack(code), searchPack(code)].map((path) => base + path);
const isPackOf = (code: string) => (address: string) => packsOf(code).map(keyOf).includes(address);
const isPack = (address: string): boolean => address.endsWith('.pack');

async function isKept(code: string, name: string): Promise<boolean> {
  const cache = await caches.open(name);
  const found = await Promise.all(packsOf(code).map((address) => cache.match(keyOf(address))));
  return found.every(Boolean);
}

/** The path of the file below the base path: townships/654026101/index.html */
const pathOf = (address: string): string =>
  new URL(keyOf(address)).pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');

/** A file of the township kept, as a cache of pages has it. */
async function packedIn(name: string, path: string): Promise<Response | undefined> {
  const code = await mine();
  const pack = code && packWith(path, code);
  const file = pack && (await open(name, base + pack))?.(path);
  if (!file) return undefined;
  const type = path.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream';
  return new Response(file, { headers: { 'content-type': type } });
}

/** Which pack of a township may have a file. */
function packWith(path: string, code: string): string | undefined {
  if (path.startsWith(`townships/${code}/`)) return pagesPack(code);
  return path.startsWith(searchRoot(code)) ? searchPack(code) : undefined;
}

/** Opened once: a pack is many times as large as what was sent. */
const opened = new Map<string, ReturnType<typeof openPack>>();

async function open(name: string, address: string) {
  const key = `${name} ${address}`;
  const kept = opened.has(key) ? undefined : await (await caches.open(name)).match(keyOf(address));
  if (kept) opened.set(key, kept.blob().then(openPack));
  return opened.get(key)?.catch(() => undefined); // a host may have sent something else
}

/** The same of the newest version that has it. */
async function packed(path: string): Promise<Response | undefined> {
  for (const name of await allPages()) {
    const response = await packedIn(name, path);
    if (response) return response;
  }
  return undefined;
}

/** A host may let a browser take a page for fresh for some minutes: it is asked every time, and answers in short. */
const askEveryTime: WorkboxPlugin = {
  requestWillFetch: async ({ request }) =>
    new Request(request.url, { cache: 'no-cache', redirect: request.redirect }),
};
const noteNew: WorkboxPlugin = {
  fetchDidSucceed: async ({ request, response }) => {
    const isCore = request.url === keyOf(base + CORE);
    if (response.status >= 500 && ((isCore && (await ownSearch())) || (await newest(request.url))))
      throw new Error(`${response.status}: what is kept is better`);
    shownOlder.delete(keyOf(request.url));
    return response;
  },
};
const oneKey: WorkboxPlugin = { cacheKeyWillBeUsed: async ({ request }) => keyOf(request.url) };
const onlyWhole: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && !response.redirected ? response : null,
};

const isOurs = (url: URL): boolean => url.origin === self.location.origin && url.pathname.startsWith(base);
/** Downloads are for keeping elsewhere. */
const isDownload = (url: URL): boolean =>
  /\.(xlsx|csv|zip)$/.test(url.pathname) || url.pathname.startsWith(`${base}data/duties.`);

/** A page need not have been read before: it may have been kept with all others of the township. */
const fromPack: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
    cachedResponse ?? (await packedIn(names.pages, pathOf(request.url))),
};

/** The search of the township kept by itself: not a file of it is the host's. */
const OWN_SEARCH = /^offline\/\d{9}\//;

/**
 * Without a network, or with one that does not answer, the whole index is of no use, even where its first file has been
 * kept: the township's own is. What is kept is looked at then only.
 */
const ownCore: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse }) => (await ownSearch()) ?? cachedResponse,
};

const ownSearch = async (): Promise<Response | undefined> =>
  packed(`${searchRoot((await mine()) ?? '')}${CORE}`);

const CORE = FOLDER + CORE_FILE;
const pagesOf = (...plugins: WorkboxPlugin[]) =>
  new NetworkFirst({
    cacheName: names.pages,
    networkTimeoutSeconds: PATIENCE,
    plugins: [askEveryTime, noteNew, oneKey, onlyWhole, ...plugins],
  });

registerRoute(
  ({ url }) => isOurs(url) && OWN_SEARCH.test(url.pathname.slice(base.length)),
  async ({ url }) => (await packed(url.pathname.slice(base.length))) ?? Response.error(),
);
registerRoute(
  ({ url }) => isOurs(url) && isOnceForAll(url.pathname),
  new CacheFirst({ cacheName: names.files, plugins: [oneKey, onlyWhole] }),
);
registerRoute(({ url }) => url.href === keyOf(base + CORE), pagesOf(ownCore));
registerRoute(({ url }) => isOurs(url) && !isDownload(url), pagesOf(fromPack));

/** Neither network nor this version's cache: an older version's, or a page that says so. */
setCatchHandler(async ({ request }) => {
  const kept = await newest(request.url);
  if (kept && kept.version !== version) shownOlder.set(keyOf(request.url), kept.version);
  const last = request.mode === 'navigate' ? await newest(base + OFFLINE_PAGE) : undefined;
  return kept?.response ?? last?.response ?? Response.error();
});
