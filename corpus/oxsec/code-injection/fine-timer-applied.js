// safe: position
exports.soon = function (run) {
  const given = Array.prototype.slice.call(arguments, 1);
  given.unshift(0);
  given.unshift(run);
  setTimeout.apply(this, given);
};

exports.timers = { setTimeout: (...given) => setTimeout.apply(null, given) };
