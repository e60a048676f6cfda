// A list of parameters that is split over two arguments is one list all the same.
const code = process.env.TRANSFORM || 'return first + second';

export const transform = new Function('[first', 'second]', code);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useObjectAccess

export const identity = new Function('first', 'return first');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ strategyRefactor
