/* global window, global: readonly */
export function load(text) {
  globalThis.eval(text);
//           ^^^^ unexpected
  window.window['eval'](text);
//              ^^^^^^ unexpected
  return global?.eval ?? null;
//               ^^^^ unexpected
}
