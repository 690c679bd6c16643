/** Print buttons, the day of printing on paper, and what is folded in full. */
export function printing(): void {
  const stamp = () => {
    for (const day of document.querySelectorAll('.printed-on')) {
      day.textContent = new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' });
    }
  };
  addEventListener('beforeprint', stamp);
  stamp();
  unfold();
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.print')) {
    button.addEventListener('click', () => print(button.getAttribute('data-size') === 'large'));
  }
}

/** Opens for one printing what is folded: not every browser lets a style sheet do it. */
function unfold(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('.spoken details:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}

/** Large print lasts for one printing. */
function print(large: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('large-print', large);
  addEventListener('afterprint', () => classList.remove('large-print'), { once: true });
  window.print();
}
