export const isFunction = (value) => value instanceof Function || typeof value === 'function';
export const proto = Function.prototype;
