/** The caches of the service worker, and how addresses get into them. */

/** A handbook's own caches. All that stands on a host shares one store: each name begins with the base path. */
export interface Names {
  /** Pages and whatever else may change under the same address, of this version. */
  pages: string;
  /** What the names of all versions' pages begin with; the version follows. */
  allPages: string;
  /** Files named by their content: what has been got once need not be asked for again. */
  files: string;
  /** Notes which township is kept whole, over all versions. */
  mine: string;
}

export const cacheNames = (base: string, version: string): Names => ({
  pages: `${base} pages-${version}`,
  allPages: `${base} pages-`,
  files: `${base} files`,
  mine: `${base} mine`,
});

/** Once all handbooks of a host had these. */
const SHARED = /^(pages-[0-9a-f]{8}|files|mine)$/;

const AT_ONCE = 6; // as many requests as browsers make to one host

export const isOnceForAll = (address: string): boolean =>
  /\/_astro\/|\/pagefind\/(fragment|index|filter|table)\//.test(address);

/** An address is kept once, whatever is asked of it: /search/?q=… is one page. */
export const keyOf = (address: string): string => {
  const { origin, pathname } = new URL(address, self.location.href);
  return origin + pathname;
};

/**
 * Gets and keeps addresses that are not kept yet. False where one could not be got; one that is no more is left out.
 */
export async function keepAll(addresses: readonly string[], names: Names): Promise<boolean> {
  const left = [...new Set(addresses.map(keyOf))];
  let complete = true;
  const work = async () => {
    for (let address = left.pop(); address; address = left.pop())
      complete = (await keep(address, names).catch(() => false)) && complete;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return complete;
}

async function keep(address: string, { files, pages }: Names): Promise<boolean> {
  const cache = await caches.open(isOnceForAll(address) ? files : pages);
  if (await cache.match(address)) return true;
  const response = await fetch(address, { cache: 'no-cache' });
  if (response.status === 200 && !response.redirected) await cache.put(address, response);
  return response.ok || response.status === 404 || response.status === 410;
}

/**
 * Gets addresses whatever is kept of them, and keeps all or, where one could not be got, leaves all as it was: false.
 * `came` is told of the bytes as they come.
 */
export async function keepAnew(
  addresses: readonly string[],
  name: string,
  came: (bytes: number) => void,
): Promise<boolean> {
  try {
    const got = await Promise.all(addresses.map((address) => whole(address, came)));
    const cache = await caches.open(name);
    await Promise.all(got.map((content, at) => cache.put(keyOf(addresses[at] ?? ''), new Response(content))));
    return true;
  } catch {
    return false;
  }
}

async function whole(address: string, came: (bytes: number) => void): Promise<Blob> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    chunks.push(read.value);
    came(read.value.length);
  }
  return new Blob(chunks);
}

/** Addresses in a cache. */
export async function addressesIn(name: string): Promise<string[]> {
  const cache = await caches.open(name);
  return (await cache.keys()).map(({ url }) => url);
}

/**
 * The caches of older versions' pages, the newest first: caches are named in the order in which they were made, and a
 * newer worker may be at work.
 */
export async function olderPages({ pages, allPages }: Names): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(allPages));
  return names.slice(0, Math.max(0, names.indexOf(pages))).reverse();
}

/** Throws away what a cache holds under some addresses. */
export async function dropFrom(name: string, unwanted: (address: string) => boolean): Promise<void> {
  const cache = await caches.open(name);
  const requests = (await cache.keys()).filter(({ url }) => unwanted(url));
  await Promise.all(requests.map((request) => cache.delete(request)));
}

/** Throws away what this handbook has in the caches that all shared; another that stands there may still use the rest. */
export async function leaveShared(isOurs: (address: string) => boolean): Promise<void> {
  for (const name of (await caches.keys()).filter((one) => SHARED.test(one))) {
    await dropFrom(name, isOurs);
    if ((await addressesIn(name)).length === 0) await caches.delete(name);
  }
}
