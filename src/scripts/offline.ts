/** Reading without a network: installs the service worker, and keeps 我的乡镇 whole on the device. */
import type { Reply, Request } from '../offline/protocol.ts';
import { recall, remember } from './storage.ts';

interface Mine {
  code: string;
  name: string;
}

/** Where the site stands on its host: the folder of its manifest. */
const BASE = new URL(
  '.',
  document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? document.baseURI,
).pathname;
/** Other handbooks on the host have a township of their own. */
const KEY = `${BASE} my-township`;

export function offline(): void {
  if (location.protocol === 'file:') {
    document.querySelector('button.my-township')?.remove(); // a copy in a folder is on the device already
    return;
  }
  remember('my-township', null); // once all handbooks of a host had this key
  const code = mine()?.code;
  if (code) document.documentElement.dataset['township'] = code; // for other scripts
  showMine();
  const ask = install();
  const button = document.querySelector<HTMLButtonElement>('button.my-township');
  if (button) myTownshipButton(button, ask);
}

type Ask = (request: Request) => Promise<boolean>;

/** Installs the worker; the function returned asks it something, and says whether there is one to ask. */
function install(): Ask {
  const workers = window.isSecureContext ? navigator.serviceWorker : undefined;
  if (!workers || import.meta.env.MODE === 'development') return async () => false;
  workers.addEventListener('message', ({ data }: MessageEvent<Reply>) => show(data));
  const ask: Ask = async (request) => {
    const { active } = await workers.ready;
    active?.postMessage(request);
    return true;
  };
  const start = async () => {
    await workers.register(`${BASE}sw.js`, { scope: BASE });
    await ask({ type: 'hello' });
  };
  // A worker of a newer edition has taken over.
  workers.addEventListener('controllerchange', () => ask({ type: 'hello' }));
  if (document.readyState === 'complete') quietly(start());
  else window.addEventListener('load', () => quietly(start()));
  return ask;
}

/** A browser may forbid workers, by a private window say; pages are read all the same. */
const quietly = (promise: Promise<unknown>) => promise.catch(() => {});

function show(reply: Reply): void {
  if (reply.type === 'version') showVersion(reply.version);
  if (reply.type === 'progress') say(`正在保存：${reply.done}/${reply.total}`);
  if (reply.type === 'kept') {
    const all = reply.search
      ? '已保存在本机，没有网络也能读、能搜索。'
      : '已保存在本机，没有网络也能读；搜索仍要有网络。';
    say(reply.complete ? all : '没有存全，请在网络好的时候再点一次。');
  }
}

function showVersion(version: string): void {
  const line = document.querySelector<HTMLElement>('footer .offline');
  if (!line) return;
  const words = navigator.onLine ? '读过的页没有网络也能读' : '没有网络，正在读本机保存的内容';
  line.textContent = `${words} · 内容版本 ${version}`;
  line.hidden = false;
}

const say = (text: string) => {
  const status = document.querySelector('.my-township-status');
  if (status) status.textContent = text;
};

function myTownshipButton(button: HTMLButtonElement, ask: Ask): void {
  const { code = '', name = '' } = button.dataset;
  const press = () => button.setAttribute('aria-pressed', String(mine()?.code === code));
  button.addEventListener('click', async () => {
    const chosen = mine()?.code !== code;
    remember(KEY, chosen ? JSON.stringify({ code, name }) : null);
    press();
    say(chosen ? '已设为我的乡镇。' : '已取消。');
    await ask(chosen ? { type: 'keep', code } : { type: 'drop' });
  });
  press();
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
