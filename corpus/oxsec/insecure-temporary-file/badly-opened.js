const fs = require('fs');

const lock = `/tmp/worker-${process.pid}.lock`;

exports.take = () => fs.openSync(lock, 'w', 0o600);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
