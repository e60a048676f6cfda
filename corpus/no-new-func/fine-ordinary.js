export const add = (a, b) => a + b;
export const text = 'new Function("a")';
