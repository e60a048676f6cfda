export function compile(...parts) {
  return new RegExp(...parts);
//       ^^^^^^^^^^^^^^^^^^^^ regexpReDoS
}

export const cached = new Map();
export function get(source) {
  if (!cached.has(source)) {
    cached.set(source, RegExp(source));
//                     ^^^^^^^^^^^^^^ regexpReDoS
  }
  return cached.get(source);
}
