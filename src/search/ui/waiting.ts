/** What stands where results should be, as long as they are not there. */

export const FAILED = '搜索没有成功，请检查网络后再试。';

/** Says so where results that are still wanted are longer in coming than a moment; cleared when they are there. */
export const sayWaiting = (status: Element, wanted: () => boolean, words = '正在搜索…') =>
  setTimeout(() => {
    if (wanted()) status.textContent = words;
  }, 400);
