/** The frame of the search box: a dialog with a field that takes words at once; what searches comes after it. */
import { element } from './dom.ts';

export interface Frame {
  dialog: HTMLDialogElement;
  field: HTMLInputElement;
  /** What is going on. */
  status: HTMLElement;
  /** Whether an input method is composing what will be a word. */
  composing(): boolean;
}

/** Makes the frame over the page; what is asked before anything searches goes to the search page. */
export function makeFrame(searchPage: string): Frame {
  const field = element('input', {
    type: 'text',
    name: 'q',
    role: 'combobox',
    'aria-label': '搜索事项、部门、乡镇',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    placeholder: '宅基地、高龄津贴、县住建局、zjd…',
  });
  const status = element('p', { role: 'status', class: 'search-status' });
  const closer = element('button', { type: 'button' }, '关闭');
  const form = element(
    'form',
    { role: 'search', action: searchPage },
    field,
    element('button', { type: 'submit' }, '搜索'),
    closer,
  );
  const dialog = element('dialog', { class: 'search-box', 'aria-label': '搜索' }, form, status);
  closer.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  const composing = composingIn(field);
  dialog.addEventListener('cancel', (event) => {
    if (composing()) event.preventDefault(); // Escape drops what is composed, and nothing else
  });
  document.body.append(dialog);
  return { dialog, field, status, composing };
}

function composingIn(field: HTMLInputElement): () => boolean {
  let composing = false;
  field.addEventListener('compositionstart', () => {
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
  });
  return () => composing;
}
