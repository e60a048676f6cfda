// safe: position
const fs = require('fs');

exports.readFlag = () => {
  try {
    return fs.readFileSync('/tmp/maintenance', 'utf8').trim() === 'on';
  } catch {
    return false;
  }
};
