/** 大字版: larger type and targets, remembered on the device. */
export function largeTypeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('button.large-type');
  if (!button) return;
  const { classList } = document.documentElement;
  const show = () => button.setAttribute('aria-pressed', String(classList.contains('large')));
  button.addEventListener('click', () => {
    remember(classList.toggle('large'));
    show();
  });
  show();
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.setItem('large-type', '1');
    else localStorage.removeItem('large-type');
  } catch {
    // storage switched off: it holds for this page
  }
}
