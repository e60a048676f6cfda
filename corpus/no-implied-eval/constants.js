/* global setTimeout */
const script = ['load', '()'].join('');
const parts = { stop: 'halt()' };
export function plan(fast) {
  setTimeout(script, 10);
//^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  setTimeout(String(parts.stop).trim());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  setTimeout(1 > 2 ? fast : `stop()`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
}
