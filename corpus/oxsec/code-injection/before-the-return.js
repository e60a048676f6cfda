exports.keep = function keep(shape) {
  if (!shape) return null;
  const holder = eval(shape);
//               ^^^^^^^^^^^ codeInjection
  return holder;
};
