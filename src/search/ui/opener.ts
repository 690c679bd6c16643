/** Opens the search from every page; only then is it loaded. */
import { once } from '../memo.ts';
import { useStyles } from './dom.ts';
import { type Frame, makeFrame } from './frame.ts';
import { FAILED, sayWaiting } from './waiting.ts';

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
    if (event.isComposing || event.keyCode === 229 || !isShortcut(event)) return;
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
  let made: Frame | undefined;
  const frame = () => {
    made ??= makeFrame(link.href);
    return made;
  };
  const ready = once(async () => {
    const load = (file: string) => import(/* @vite-ignore */ new URL(file, link.href).href);
    // At once, not one after another: on a poor line each takes a second.
    const [{ searchIn }] = await Promise.all([
      load('box.js'),
      load('search.js'),
      useStyles(link.dataset.styles),
    ]);
    searchIn(frame(), link.href);
  });
  return async () => {
    const own = document.querySelector<HTMLInputElement>('#search-q'); // of the search page
    if (own) return own.select();
    if (!('HTMLDialogElement' in window)) return location.assign(link.href); // Firefox 90, Safari 14
    const { dialog, field, status } = frame();
    if (!dialog.open) dialog.showModal();
    field.select();
    const waiting = sayWaiting(status, () => true, '正在载入搜索…');
    try {
      await ready();
    } catch {
      status.textContent = FAILED; // Enter leads to the search page all the same
    }
    clearTimeout(waiting);
  };
}

/** The page was opened from a result: ?mark=… names the words. */
async function markMatches(link: HTMLAnchorElement) {
  const { markPage } = await import(/* @vite-ignore */ new URL('mark.js', link.href).href);
  markPage(link.dataset.styles);
}
