/* global window */
export function later() {
  globalThis.setTimeout('a()');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  window.window?.setInterval('b()', 5);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  window['setTimeout']?.('c()');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
}
