/** What the reader chose, kept on the device. */

/** Under which 我的乡镇 is kept; `base` is where the site stands, for other handbooks of a host have one of their own. */
export const townshipKey = (base: string): string => `${base} my-township`;

/** Where storage is switched off, a choice holds for this page. */
const held = new Map<string, string>();

/** Null where nothing is kept. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return held.get(key) ?? null;
  }
}

/** Null forgets. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value === null) held.delete(key);
    else held.set(key, value);
  }
}
