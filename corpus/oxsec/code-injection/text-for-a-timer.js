exports.schedule = function schedule(task, pause) {
  if (typeof task !== 'string') return;
  setTimeout(task, pause);
//^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
};

exports.repeat = function repeat(name) {
  setInterval(`${name}.refresh()`, 1000);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
};
