import bcrypt from 'bcrypt';

export const hash = (password) => bcrypt.hash(password, 'fixed');
export const half = (scrypt, password) => scrypt(password);
