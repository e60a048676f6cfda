// safe: purpose
exports.debounce = function debounce(work, pause) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
};

exports.poll = function poll(options) {
  const task = options.task || options.fallback;
  if (task) setInterval(task, 1000);
  setImmediate(options.first);
};
