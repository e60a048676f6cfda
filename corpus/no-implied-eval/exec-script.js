/* global execScript, window */
export function start(code) {
  execScript('start()', 'JScript');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ execScript
  window.execScript(code + '()');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ execScript
}
