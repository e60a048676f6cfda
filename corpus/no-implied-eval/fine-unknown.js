/* global setTimeout */
let task = 'a()';
const list = ['b()'];
list.push('c()');
export function run(code) {
  task = code;
  setTimeout(task);
  setTimeout(code);
  setTimeout(list[0]);
  setTimeout(code ? 'a' : 'b');
  foo.setTimeout('d()');
}
