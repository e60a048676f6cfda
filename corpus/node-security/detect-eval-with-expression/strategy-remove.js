// options: {"strategy": "remove"}
export function compile(template) {
  const body = template.replace(/{{(\w+)}}/g, '${data.$1}');
  return Function('data', body);
//       ^^^^^^^^^^^^^^^^^^^^^^ strategyRemove
}

export const run = (code) => Function(code)();
//                           ^^^^^^^^^^^^^^ strategyRemove
