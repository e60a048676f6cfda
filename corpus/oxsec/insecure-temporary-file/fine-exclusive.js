// safe: setting
const fs = require('fs');

exports.take = () => fs.openSync(`/tmp/worker-${process.pid}.lock`, 'wx', 0o600);
