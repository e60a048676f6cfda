// options: [{"allowIndirect": true}]
export function evaluate(text) {
  const run = eval;
  run(text);
  (0, eval)(text);
  globalThis.eval(text);
  eval?.(text);
  return eval(text);
//       ^^^^ unexpected
}
