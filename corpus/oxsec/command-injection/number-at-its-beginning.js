const { exec } = require('child_process');

module.exports = (port, done) => {
  if (!Number.parseInt(port)) return done(new Error('no port'));
  exec(`lsof -i tcp:${port}`, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
