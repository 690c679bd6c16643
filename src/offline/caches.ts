/** The caches of the service worker, and how addresses get into them. */

/** Pages and whatever else may change under the same address; a version follows. */
export const PAGES = 'pages-';
/** Files named by their content: what has been got once need not be asked for again. */
export const FILES = 'files';

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
export async function keepAll(
  addresses: readonly string[],
  pages: string,
  progress: (done: number) => void = () => {},
): Promise<boolean> {
  const left = [...new Set(addresses.map(keyOf))];
  let done = 0;
  let complete = true;
  const work = async () => {
    for (let address = left.pop(); address; address = left.pop()) {
      complete = (await keep(address, pages).catch(() => false)) && complete;
      progress(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return complete;
}

async function keep(address: string, pages: string): Promise<boolean> {
  const cache = await caches.open(isOnceForAll(address) ? FILES : pages);
  if (await cache.match(address)) return true;
  const response = await fetch(address, { cache: 'no-cache' });
  if (response.status === 200 && !response.redirected) await cache.put(address, response);
  return response.ok || response.status === 404 || response.status === 410;
}

/** Addresses in a cache. */
export async function addressesIn(name: string): Promise<string[]> {
  const cache = await caches.open(name);
  return (await cache.keys()).map(({ url }) => url);
}
