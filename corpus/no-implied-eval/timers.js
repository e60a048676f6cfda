/* global setTimeout, setInterval */
export function refresh(name) {
  setTimeout('reload()', 1000);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  setInterval(`poll(${name})`, 5000);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
  setTimeout('show(' + name + ')');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ impliedEval
}
