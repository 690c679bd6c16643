/** The worker's caches in a store that all handbooks of a host share. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  addressesIn,
  cacheNames,
  keepAll,
  keepAnew,
  leaveShared,
  olderPages,
} from '../../src/offline/caches.ts';

const HOST = 'https://example.org';
const KASHI = cacheNames('/6531/', '0a1b2c3d');
const AKESU = cacheNames('/6529/', '4e5f6a7b');

/** A store of caches: only what is asked of it here. */
function fakeCaches() {
  const store = new Map<string, Map<string, Response>>();
  const open = async (name: string) => {
    const kept = store.get(name) ?? new Map<string, Response>();
    store.set(name, kept);
    return {
      match: async (address: string) => kept.get(address)?.clone(),
      put: async (address: string, response: Response) => void kept.set(address, response),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
      delete: async ({ url }: Request) => kept.delete(url),
    };
  };
  return { open, keys: async () => [...store.keys()], delete: async (name: string) => store.delete(name) };
}

beforeEach(() => {
  vi.stubGlobal('caches', fakeCaches());
  vi.stubGlobal('self', { location: new URL(`${HOST}/6531/sw.js`) });
  vi.stubGlobal('fetch', async () => new Response('页'));
});
afterEach(() => vi.unstubAllGlobals());

async function put(name: string, ...addresses: string[]) {
  const cache = await caches.open(name);
  for (const address of addresses) await cache.put(HOST + address, new Response());
}

test('handbooks of one host keep the same kind of files in caches of their own', async () => {
  for (const [base, names] of [
    ['/6531/', KASHI],
    ['/6529/', AKESU],
  ] as const)
    await keepAll([`${base}townships/`, `${base}_astro/page.css`], names);
  expect(await addressesIn(KASHI.pages)).toEqual([`${HOST}/6531/townships/`]);
  expect(await addressesIn(KASHI.files)).toEqual([`${HOST}/6531/_astro/page.css`]);
  expect(await addressesIn(AKESU.pages)).toEqual([`${HOST}/6529/townships/`]);
  expect(new Set(await caches.keys()).size).toBe(4);
});

test('only versions of the same handbook are older ones, and only those made before', async () => {
  const root = cacheNames('/', '0a1b2c3d');
  const versions = ['11111111', '22222222', '0a1b2c3d', '33333333'].map((version) =>
    cacheNames('/6531/', version),
  );
  for (const { pages } of [root, AKESU, ...versions]) await caches.open(pages);
  expect(await olderPages(KASHI)).toEqual(['/6531/ pages-22222222', '/6531/ pages-11111111']);
  expect(await olderPages(AKESU)).toEqual([]);
  await caches.open(cacheNames('/', '44444444').pages);
  expect(await olderPages(cacheNames('/', '44444444'))).toEqual([root.pages]);
});

test('of the caches that all once shared a handbook throws away its own, and what is empty then', async () => {
  await put('pages-0a1b2c3d', '/6531/', '/6531/townships/');
  await put('pages-4e5f6a7b', '/6531/', '/6529/');
  await put('files', '/6531/_astro/page.css');
  await put('mine', '/6531/mine', '/6529/mine');
  await put(KASHI.pages, '/6531/');
  await put('photos', '/6531/a.jpg');
  await leaveShared((address) => address.startsWith(`${HOST}/6531/`));
  expect(await caches.keys()).toEqual(['pages-4e5f6a7b', 'mine', KASHI.pages, 'photos']);
  expect(await addressesIn('pages-4e5f6a7b')).toEqual([`${HOST}/6529/`]);
  expect(await addressesIn('mine')).toEqual([`${HOST}/6529/mine`]);
  expect(await addressesIn(KASHI.pages)).toEqual([`${HOST}/6531/`]);
});

test('what is got anew is kept when all of it has come, and until then what was kept stays', async () => {
  const [pack, search] = ['/6531/a.pack', '/6531/b.pack'] as const;
  const kept = async () => {
    const cache = await caches.open(KASHI.pages);
    return Promise.all([pack, search].map(async (path) => (await cache.match(HOST + path))?.text()));
  };
  let bytes = 0;
  const get = () =>
    keepAnew([pack, search], KASHI.pages, (more) => {
      bytes += more;
    });
  expect(await get()).toBe(true);
  expect(await kept()).toEqual(['页', '页']);
  expect(bytes).toBe(6);
  vi.stubGlobal('fetch', async (address: string) =>
    address === pack ? new Response('新') : new Response('', { status: 503 }),
  );
  expect(await get()).toBe(false);
  expect(await kept()).toEqual(['页', '页']);
});
