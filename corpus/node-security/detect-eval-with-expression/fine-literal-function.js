// options: {"allowLiteralStrings": true}
export const root = Function('return this')();

export function isNative(value) {
  return typeof value === 'function' && Function.prototype.toString.call(value).includes('[native code]');
}
