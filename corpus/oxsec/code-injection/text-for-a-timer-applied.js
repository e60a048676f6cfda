exports.soon = function (name) {
  setTimeout.apply(this, ['run(' + name + ')', 0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
};
