/** Links and citations to copy: the whole address, the day of reading, and a button. */
export function copyButtons(): void {
  for (const address of document.querySelectorAll('.url'))
    address.textContent = whole(address.textContent ?? '');
  for (const day of document.querySelectorAll('.today')) day.textContent = today();
  for (const text of document.querySelectorAll<HTMLElement>('.copy')) text.after(button(text));
}

/** The whole address, also where the site was built without knowing its own. */
const whole = (address: string): string => new URL(address, location.href).href;

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function button(text: HTMLElement): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copier';
  made.textContent = '复制';
  made.setAttribute('aria-label', `复制${text.getAttribute('data-what') ?? ''}`);
  made.addEventListener('click', async () => {
    made.textContent = (await copy(text)) ? '已复制' : '请手动复制';
  });
  return made;
}

/** Copies; where the clipboard is closed, selects the text for the reader instead. */
async function copy(text: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText((text.textContent ?? '').trim());
    return true;
  } catch {
    getSelection()?.selectAllChildren(text);
    return false;
  }
}
