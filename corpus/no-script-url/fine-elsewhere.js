export const help = 'never use javascript: in an address';
export const space = ' javascript:void(0)';
