const parts = ['(a+)', '+'];

export const dynamic = new RegExp(parts.join(''));
export const template = new RegExp(`(a+)+`);
export const other = XRegExp('(a+)+');
