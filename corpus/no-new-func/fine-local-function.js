export function make(Function) {
  return [new Function('a'), Function('b'), Function.call(null, 'c')];
}
