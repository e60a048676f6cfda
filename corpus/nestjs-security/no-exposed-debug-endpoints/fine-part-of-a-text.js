export const help = 'Ask an admin';
export const link = '/admin/users';
export const template = `admin`;
