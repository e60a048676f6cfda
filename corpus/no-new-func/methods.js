export function make(body) {
  Function.call(null, body);
//^^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
  Function['apply'](null, [body]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
  return Function.bind(null, 'x')(body);
//       ^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
}
