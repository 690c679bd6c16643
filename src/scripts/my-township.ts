/** The lines of a township's page by which it becomes 我的乡镇: what it takes, how far keeping it has come, what is kept. */
import { packSize, type Reply, type Size } from '../offline/protocol.ts';
import type { Ask } from './offline.ts';

export interface Mine {
  code: string;
  name: string;
  /** All of it was on the device when the worker was last heard of. */
  kept?: boolean;
}

export type Tell = (reply: Reply) => void;

interface Ways {
  base: string;
  recall(): Mine | null;
  remember(mine: Mine | null): void;
  ask: Ask;
}

const FREE = '设为我的乡镇，没有网络也能读、能搜索。';
const KEPT = '已是我的乡镇，已保存，可离线阅读。';

/** Makes the lines work; the function returned takes what the worker tells. */
export function myTownship(place: HTMLElement, { base, recall, remember, ask }: Ways): Tell {
  const { code = '', name = '' } = place.dataset;
  const [status, keep, drop] = ['p', 'button.keep', 'button.drop'].map((part) =>
    place.querySelector<HTMLButtonElement>(part),
  );
  let size = '';

  keep?.addEventListener('click', async () => {
    remember({ code, name });
    show('正在保存…', '正在保存');
    const asked = canOpenPacks() && (await ask({ type: 'keep', code }));
    if (!asked) show('已是我的乡镇；这个浏览器不能保存它。', '再保存一次');
  });
  drop?.addEventListener('click', async () => {
    remember(null);
    showFree();
    keep?.focus(); // what was pressed is gone
    await ask({ type: 'drop' });
  });
  addEventListener('storage', () => {
    if (!isMine()) showFree(); // chosen or given up in another tab
  });
  showMine();
  return tell;

  function tell(reply: Reply) {
    if (reply.type === 'version' || !isMine()) return;
    if (reply.code !== code) return reply.type === 'mine' ? tellGone() : undefined;
    if (reply.type === 'progress')
      return show(`正在保存：${megabytes(reply.bytes)}${size && ` / ${size}`} MB`, '正在保存');
    remember({ code, name, kept: reply.kept });
    if (!reply.kept) show('没有存成，请在网络好的时候再试。', '再保存一次');
    else show(reply.failed ? '没有更新成功，原来保存的仍可离线阅读。' : KEPT, '更新');
  }

  /** The browser may have thrown away what was kept, for want of room. */
  function tellGone() {
    if (!recall()?.kept) return;
    remember({ code, name });
    showMine();
  }

  function showMine() {
    if (!isMine()) showFree();
    else if (recall()?.kept) show(KEPT, '更新');
    else show('已是我的乡镇，还没有保存。', '保存到本机');
  }

  function isMine(): boolean {
    return recall()?.code === code;
  }

  function show(words: string, offer: string) {
    if (status && status.textContent !== words) status.textContent = words;
    if (keep) keep.textContent = offer;
    if (keep) keep.disabled = offer === '正在保存';
    if (drop) drop.hidden = !isMine();
  }

  async function showFree() {
    show(FREE, '设为我的乡镇');
    size ||= await sizeOf(base + packSize(code));
    if (keep && size && !isMine()) keep.textContent = `设为我的乡镇（约 ${size} MB）`;
  }
}

/** Empty where it cannot be learned now. */
async function sizeOf(address: string): Promise<string> {
  try {
    const { bytes }: Size = await (await fetch(address)).json();
    return megabytes(bytes);
  } catch {
    return '';
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** What is kept comes compressed. */
const canOpenPacks = (): boolean => 'DecompressionStream' in window;
