export const one = (body) => Function?.(body);
//                           ^^^^^^^^^^^^^^^^ noFunctionConstructor
export const other = (body) => (Function?.call)(null, body);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFunctionConstructor
