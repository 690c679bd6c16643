/** What is said above results: that they are on their way, or that they are not of all townships. */
import type { Found } from '../search.ts';
import { element } from './dom.ts';

export const FAILED = '搜索没有成功，请检查网络后再试。';

/** Says so where results that are still wanted are longer in coming than a moment; cleared when they are there. */
export const sayWaiting = (status: Element, wanted: () => boolean, words = '正在搜索…') =>
  setTimeout(() => {
    if (wanted()) status.textContent = words;
  }, 400);

/** Says above this line that one township alone was searched, where that is so. */
export function sayOnly(status: Element, { only }: Found): void {
  if (status.previousElementSibling?.matches('.search-only')) status.previousElementSibling.remove();
  if (!only) return;
  const again = element('a', { href: '' }, '重新打开本页');
  const words = [`没有网络，只搜索已保存的${only}。有了网络，`, again, '就能搜索全部。'];
  status.before(element('p', { class: 'search-only' }, ...words));
}
