/* Runs before the first paint, so that 大字版 never flashes: it sets a class and nothing else. */
(() => {
  var root = document.documentElement;
  root.className = 'js';
  try {
    if (localStorage.getItem('large-type')) root.className += ' large';
  } catch {
    /* storage switched off: the button still works for this page */
  }
})();
