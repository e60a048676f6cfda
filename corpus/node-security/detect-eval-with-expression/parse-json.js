export async function load(url) {
  const response = await fetch(url);
  const text = await response.text();
  return eval('(' + text + ')');
//       ^^^^^^^^^^^^^^^^^^^^^^ strategyRefactor
}

export const revive = (text) => eval(JSON.parse(text).code);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ useJsonParse

export const loadOld = (request) => eval(parse(request));
//                                  ^^^^^^^^^^^^^^^^^^^^ useJsonParse
