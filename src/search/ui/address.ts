/** Writes the address of this page. Safari refuses more than a hundred times in half a minute: it then stays behind. */
export function writeAddress(address: string, how: 'push' | 'replace' = 'replace'): void {
  try {
    history[`${how}State`](null, '', address);
  } catch {} // what is shown matters more
}
