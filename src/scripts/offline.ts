/** Reading without a network: installs the service worker, and keeps 我的乡镇 whole on the device. */
import type { Reply, Request } from '../offline/protocol.ts';
import { type Mine, myTownship, type Tell } from './my-township.ts';
import { recall, remember, townshipKey } from './storage.ts';

/** Where the site stands on its host: the folder of its manifest. */
const BASE = new URL(
  '.',
  document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? document.baseURI,
).pathname;
const KEY = townshipKey(BASE);

export function offline(): void {
  const place = document.querySelector<HTMLElement>('.my-township');
  if (location.protocol === 'file:') {
    place?.remove(); // a copy in a folder is on the device already
    return;
  }
  remember('my-township', null); // once all handbooks of a host had this key
  const code = mine()?.code;
  if (code) document.documentElement.dataset['township'] = code; // for other scripts
  showMine();
  const tells: Tell[] = [showVersion];
  const ask = install((reply) => {
    for (const tell of tells) tell(reply);
  });
  if (place) tells.push(myTownship(place, { base: BASE, recall: mine, remember: choose, ask }));
}

/** Asks the worker something, and says whether there is one to ask. */
export type Ask = (request: Request) => Promise<boolean>;

/** Installs the worker, whose answers go to `tell`; where none can be installed there is none to ask. */
function install(tell: Tell): Ask {
  const workers = window.isSecureContext ? navigator.serviceWorker : undefined;
  if (!workers || import.meta.env.MODE === 'development') return async () => false;
  workers.addEventListener('message', ({ data }: MessageEvent<Reply>) => tell(data));
  const serving = loaded()
    .then(() => workers.register(`${BASE}sw.js`, { scope: BASE }))
    .then((registration) => Promise.race([workers.ready, failed(registration)]));
  const ask: Ask = async (request) => {
    const worker = await serving.then(
      () => workers.ready,
      () => null, // a browser may forbid workers, by a private window say; pages are read all the same
    );
    worker?.active?.postMessage(request);
    return worker !== null;
  };
  // A worker of a newer edition has taken over.
  workers.addEventListener('controllerchange', () => ask({ type: 'hello' }));
  ask({ type: 'hello' });
  return ask;
}

const loaded = async (): Promise<void> => {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => window.addEventListener('load', resolve));
};

/** Rejected when the first worker could not keep what it needs: `ready` would wait for ever. */
const failed = ({ active, installing }: ServiceWorkerRegistration): Promise<never> =>
  new Promise((_, reject) => {
    if (active === null)
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'redundant') reject(new Error('not installed'));
      });
  });

function showVersion(reply: Reply): void {
  const line = document.querySelector<HTMLElement>('footer .offline');
  if (!line || reply.type !== 'version') return;
  const words = navigator.onLine ? '读过的页没有网络也能读' : '没有网络，正在读本机保存的内容';
  line.textContent = `${words} · 内容版本 ${reply.version}`;
  line.hidden = false;
}

/** The way to 我的乡镇 on the home page. */
function showMine(): void {
  const place = document.querySelector<HTMLElement>('.mine');
  const link = place?.querySelector('a');
  const known = mine();
  if (!place || !link || !known) return;
  link.href = `${BASE}townships/${known.code}/`;
  link.textContent = known.name;
  place.hidden = false;
}

const mine = (): Mine | null => JSON.parse(recall(KEY) ?? 'null');
const choose = (one: Mine | null) => remember(KEY, one && JSON.stringify(one));
