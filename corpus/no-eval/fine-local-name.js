export function load(window, globalThis) {
  window.eval('1');
  return globalThis.eval('2');
}
