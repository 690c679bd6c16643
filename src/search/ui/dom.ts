/** Elements from data: texts are set as texts, never as HTML. */
import type { Range } from '../fold.ts';

type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string;

/** An element with attributes (true: present, false or undefined: absent) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A text with its ranges in `<mark>`. */
export function markedText(text: string, ranges: readonly Range[]): Child[] {
  const children: Child[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    children.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...children, text.slice(at)].filter((child) => child !== '');
}

/** Loads the search's styles, once; they are there when the promise is kept. */
export function useStyles(address = ''): Promise<void> {
  const known = document.querySelector<HTMLLinkElement>(`link[href="${address}"]`);
  if (known?.sheet) return Promise.resolve();
  const link = known ?? element('link', { rel: 'stylesheet', href: address });
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove(); // to be tried again
      resolve();
    });
    if (!known) document.head.append(link);
  });
}

/** Runs `react` for every change of a text field, but not while an input method is composing. */
export function onTyping(field: HTMLInputElement, react: () => void) {
  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) react();
  });
  field.addEventListener('compositionend', react);
}

/** Is this key the input method's: the Enter that confirms a candidate, the Escape that drops it? */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
