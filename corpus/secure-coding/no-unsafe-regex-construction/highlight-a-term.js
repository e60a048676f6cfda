export function highlight(text, term) {
  const pattern = new RegExp(term, 'gi');
//                           ^^^^ unsafeRegexConstruction
  return text.replace(pattern, (match) => `<mark>${match}</mark>`);
}

export const find = (lines, req) => lines.filter((line) => RegExp(req.query.q).test(line));
//                                                                ^^^^^^^^^^^ unsafeRegexConstruction
