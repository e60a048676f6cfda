const { spawn } = require('child_process');

exports.open = (program, page, waits) => {
  const given = [];
  if (waits) given.push('--wait-apps');
  if (program) given.push('-a', program);
  if (page) given.push(page);
  return spawn('open', given);
//       ^^^^^^^^^^^^^^^^^^^^ argumentInjection
};
