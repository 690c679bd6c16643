import { remember } from './storage.ts';

/** 大字版: larger type and targets, remembered on the device. */
export function largeTypeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('button.large-type');
  if (!button) return;
  const { classList } = document.documentElement;
  const show = () => button.setAttribute('aria-pressed', String(classList.contains('large')));
  button.addEventListener('click', () => {
    remember('large-type', classList.toggle('large') ? '1' : null);
    show();
  });
  show();
}
