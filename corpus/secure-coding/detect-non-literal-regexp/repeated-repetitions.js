const EMAIL = /^([a-zA-Z0-9]+)*@example\.com$/;
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
const SPACES = new RegExp('(\\s+)+$');
//             ^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
const DIGITS = RegExp(`(\\d*){2,}`);
//             ^^^^^^^^^^^^^^^^^^^^ regexpReDoS

export const isEmail = (text) => EMAIL.test(text);
export const trimmed = (text) => text.replace(SPACES, '').replace(DIGITS, '');
