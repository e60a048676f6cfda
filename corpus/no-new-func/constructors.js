export const compile = (body) => new Function('a', 'b', body);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
export const plain = (body) => Function(body)();
//                             ^^^^^^^^^^^^^^ noFunctionConstructor
