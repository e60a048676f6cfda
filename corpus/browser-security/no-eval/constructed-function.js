export function compile(template) {
  return new Function('data', 'return `' + template + '`');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousEval
}
