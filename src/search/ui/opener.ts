/** Opens the search from every page; only then is it loaded. */
import { isComposing, useStyles } from './dom.ts';
import { type Frame, makeFrame } from './frame.ts';
import { sayWaiting } from './waiting.ts';

const LINK = 'header.site a[data-search]';

/** Makes the header's link to the search page open the box, as do / and Ctrl or ⌘ with K. */
export function searchOpener() {
  const link = document.querySelector<HTMLAnchorElement>(LINK);
  if (!link) return;
  const open = searchOf(link);
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    if (isComposing(event) || !isShortcut(event)) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has('mark')) markMatches(link);
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k')
    return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Opens the box: its frame at once, so that no word is lost, and what searches with the first opening. */
function searchOf(link: HTMLAnchorElement): () => Promise<void> {
  let frame: Frame | undefined;
  let ready: Promise<void> | undefined;
  return async () => {
    const own = document.querySelector<HTMLInputElement>('#search-q'); // of the search page
    if (own) return own.select();
    if (!canOpen()) return location.assign(link.href);
    frame ??= makeFrame(link.href);
    const { dialog, field, status } = frame;
    if (!dialog.open) dialog.showModal();
    field.select();
    ready ??= makeSearch(frame, link);
    const waiting = sayWaiting(status, () => true, '正在载入搜索…');
    try {
      await ready;
    } catch {
      // Most browsers remember that a script did not come, and do not ask for it again.
      status.textContent = '搜索没有载入。按“搜索”到搜索页查找。';
    }
    clearTimeout(waiting);
  };
}

/** Firefox 90 and Safari 14 know no dialogs; from a folder browsers load no modules. */
const canOpen = (): boolean => 'HTMLDialogElement' in window && location.protocol !== 'file:';

async function makeSearch(frame: Frame, link: HTMLAnchorElement) {
  const load = (file: string) => import(/* @vite-ignore */ new URL(file, link.href).href);
  // At once, not one after another: on a poor line each takes a second.
  const [{ searchIn }] = await Promise.all([
    load('box.js'),
    load('search.js'),
    useStyles(link.dataset.styles),
  ]);
  searchIn(frame, link.href);
}

/** The page was opened from a result: ?mark=… names the words. */
async function markMatches(link: HTMLAnchorElement) {
  const { markPage } = await import(/* @vite-ignore */ new URL('mark.js', link.href).href);
  markPage(link.dataset.styles);
}
