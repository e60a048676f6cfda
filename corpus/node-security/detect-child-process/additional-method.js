// options: {"additionalMethods": ["run"], "allowLiteralSpawn": true}
const cp = require('child_process');

exports.list = (done) => cp.spawn('ls', ['-l', '/var/log'], { shell: true }, done);

exports.start = function start(name) {
  cp.run(name);
//^^^^^^^^^^^^ childProcessCommandInjection
  return cp.fork('./worker.js');
//       ^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
};
