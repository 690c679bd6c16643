/** Print buttons, and the day of printing on paper. */
export function printing(): void {
  const stamp = () => {
    for (const day of document.querySelectorAll('.printed-on')) {
      day.textContent = new Date().toLocaleDateString('zh-CN', { dateStyle: 'long' });
    }
  };
  addEventListener('beforeprint', stamp);
  stamp();
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.print')) {
    button.addEventListener('click', () => print(button.getAttribute('data-size') === 'large'));
  }
}

/** Large print lasts for one printing. */
function print(large: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('large-print', large);
  addEventListener('afterprint', () => classList.remove('large-print'), { once: true });
  window.print();
}
