module.exports = function later(code) {
  setTimeout('run("' + code + '")', 100);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
};
