const WORDS = ['spam', 'eggs'];

export function containsAny(text, words = WORDS) {
  const any = RegExp(`\\b(?:${words.join('|')})\\b`, 'u');
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
  return any.test(text);
}

export const startsWith = (prefix) => new RegExp('^' + prefix);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
