const { exec } = require('child_process');

function complete(options) {
  options.name = 'web';
}

exports.start = (name) => {
  const options = { name, extra: name };
  complete(options);
  delete options.extra;
  exec(`docker run --name ${options.name} alpine ${options.extra || ''}`);
};
