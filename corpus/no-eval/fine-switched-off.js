/* global eval: off, globalThis: off */
export const run = [eval, globalThis.eval];
