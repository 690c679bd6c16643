/// <reference lib="webworker" />
/**
 * The service worker: the network first, what was kept when there is none. Pages are kept by version: once a newer
 * edition has been met, what was kept of the older one is got anew and then thrown away.
 */
import { clientsClaim, type WorkboxPlugin } from 'workbox-core';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import {
  addressesIn,
  cacheNames,
  dropFrom,
  isOnceForAll,
  keepAll,
  keyOf,
  leaveShared,
  olderPages,
} from './caches.ts';
import { openPack } from './pack.ts';
import {
  type Request as Asked,
  OFFLINE_PAGE,
  type Plan,
  type Reply,
  SEARCH_LIST,
  SEARCH_PACK,
  townshipList,
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
  const reply = (message: Reply) => page.postMessage(message);
  if (asked.type === 'hello') {
    reply({ type: 'version', version: versionOf(page.url) });
    await bringForward();
  } else if (asked.type === 'keep') {
    await noteMine(asked.code);
    const complete = await keepMine((done, total) => reply({ type: 'progress', done, total }));
    reply({ type: 'kept', complete, search: (await packIn(names.pages)) !== undefined });
  } else {
    await caches.delete(names.mine);
  }
}

/** Pages last shown from what an older version kept, because they could not be got anew. */
const shownOlder = new Map<string, string>();

const versionOf = (address: string): string => shownOlder.get(keyOf(address)) ?? version;

/** What is kept under an address, of this version or of the newest that has it. */
async function newest(address: string): Promise<{ version: string; response: Response } | undefined> {
  for (const name of [names.pages, ...(await olderPages(names))]) {
    const response = await (await caches.open(name)).match(keyOf(address));
    if (response) return { version: name.slice(names.allPages.length), response };
  }
  return undefined;
}

/** What was kept under older versions is kept under this one, then thrown away; without a network it stays for now. */
async function bringForward(): Promise<void> {
  const older = await olderPages(names);
  if (older.length === 0) return;
  const kept = (await Promise.all(older.map(addressesIn))).flat();
  if (!((await keepAll(kept, names)) && (await keepMine()))) return;
  await Promise.all(older.map((name) => caches.delete(name)));
  await dropFiles();
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

/** Keeps all of the township chosen, and what searching takes. */
async function keepMine(progress: (done: number, total: number) => void = () => {}): Promise<boolean> {
  const code = await mine();
  if (!code) return true;
  try {
    const lists = [townshipList(code), SEARCH_LIST].map((list) => addressList(base + list));
    const addresses = (await Promise.all(lists)).flat();
    return await keepAll(addresses, names, (done) => progress(done, addresses.length));
  } catch {
    return false; // no network
  }
}

/** A file of the index by way of a pack: this version's, or an older one's that is still kept. */
async function packed(address: string): Promise<Response | undefined> {
  const path = new URL(address).pathname.slice(base.length);
  for (const name of [names.pages, ...(await olderPages(names))]) {
    const file = (await packIn(name))?.(path);
    if (file) return new Response(file);
  }
  return undefined;
}

/** Opened once: its table of contents may be long. */
const opened = new Map<string, Awaited<ReturnType<typeof openPack>>>();

async function packIn(name: string) {
  const kept = opened.has(name)
    ? undefined
    : await (await caches.open(name)).match(keyOf(base + SEARCH_PACK));
  const pack = await kept
    ?.blob()
    .then(openPack)
    .catch(() => undefined); // a host may have sent something else
  if (pack) opened.set(name, pack);
  return opened.get(name);
}

async function addressList(address: string): Promise<string[]> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (response.ok) return response.json();
  if (response.status === 404 || response.status === 410) return []; // a township that is no longer published
  throw new Error(`${response.status} ${address}`);
}

/** An address that nothing else has. */
const NOTE = `${base}mine`;

const noteMine = async (code: string): Promise<void> =>
  (await caches.open(names.mine)).put(NOTE, new Response(code));

const mine = async (): Promise<string | undefined> =>
  (await (await caches.open(names.mine)).match(NOTE))?.text();

/** A host may let a browser take a page for fresh for some minutes: it is asked every time, and answers in short. */
const askEveryTime: WorkboxPlugin = {
  requestWillFetch: async ({ request }) =>
    new Request(request.url, { cache: 'no-cache', redirect: request.redirect }),
};
const noteNew: WorkboxPlugin = {
  fetchDidSucceed: async ({ request, response }) => {
    if (response.status >= 500 && (await newest(request.url)))
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

/** A file of the index need not have been asked for before: it may have been kept with all the others. */
const fromPack: WorkboxPlugin = {
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) =>
    cachedResponse ?? (await packed(request.url)),
};

registerRoute(
  ({ url }) => isOurs(url) && isOnceForAll(url.pathname),
  new CacheFirst({ cacheName: names.files, plugins: [oneKey, onlyWhole, fromPack] }),
);
registerRoute(
  ({ url }) => isOurs(url) && !isDownload(url),
  new NetworkFirst({
    cacheName: names.pages,
    networkTimeoutSeconds: PATIENCE,
    plugins: [askEveryTime, noteNew, oneKey, onlyWhole],
  }),
);

/** Neither network nor this version's cache: an older version's, or a page that says so. */
setCatchHandler(async ({ request }) => {
  const kept = await newest(request.url);
  if (kept && kept.version !== version) shownOlder.set(keyOf(request.url), kept.version);
  const last = request.mode === 'navigate' ? await newest(base + OFFLINE_PAGE) : undefined;
  return kept?.response ?? last?.response ?? Response.error();
});
