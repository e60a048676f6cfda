export function render(template) {
  const source = 'return `' + template + '`';
  return new Function('data', source);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
}
