// safe: position
exports.keep = function keep(shape) {
  const holder = Object.create(shape);
  return holder;
  eval(shape);
};

exports.refuse = function refuse(script) {
  throw new Error('not allowed');
  eval(script);
};
