export function load(text) {
  return window.eval(text) ?? global.eval(text);
}
