export const scriptSrc = "'self' 'wasm-unsafe-eval' 'Unsafe-Eval'";
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeEval
