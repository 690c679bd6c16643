/** Opens the search from every page; only then is it loaded. */
import { useStyles } from './dom.ts';

const LINK = 'header.site a[data-search]';

/** Makes the header's link to the search page open the box, as do / and Ctrl or ⌘ with K. */
export function searchOpener() {
  const link = document.querySelector<HTMLAnchorElement>(LINK);
  if (!link) return;
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229 || !isShortcut(event)) return;
    event.preventDefault();
    open(link);
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

/** The search page has its own field. */
async function open(link: HTMLAnchorElement) {
  const field = document.querySelector<HTMLInputElement>('#search-q');
  if (field) return field.select();
  link.setAttribute('aria-busy', 'true');
  try {
    const load = (file: string) => import(/* @vite-ignore */ new URL(file, link.href).href);
    // At once, not one after another: on a poor line each takes a second.
    const [{ openBox }] = await Promise.all([
      load('box.js'),
      load('search.js'),
      useStyles(link.dataset.styles),
    ]);
    openBox(link);
  } catch {
    location.assign(link.href); // the search page says what is wrong
  }
  link.removeAttribute('aria-busy');
}

/** The page was opened from a result: ?mark=… names the words. */
async function markMatches(link: HTMLAnchorElement) {
  const { markPage } = await import(/* @vite-ignore */ new URL('mark.js', link.href).href);
  markPage(link.dataset.styles);
}
