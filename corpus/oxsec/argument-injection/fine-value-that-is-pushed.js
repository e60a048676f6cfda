// safe: position
const { spawn } = require('child_process');

exports.open = (program, waits) => {
  const given = [];
  if (waits) given.push('--wait-apps');
  if (program) given.push('-a', program);
  given.push('https://shop.example.com/');
  return spawn('open', given);
};
