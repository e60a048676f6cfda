const fs = require('fs');
const { encrypt } = require('./crypto');

exports.save = (file, record, done) => fs.writeFile(file, encrypt(record), { mode: 0o600 }, done);
exports.saveAll = (file, records, done) => fs.writeFile(file, reencryptAll(records), done);

function reencryptAll(records) {
  return records.map(encrypt).join('\n');
}
