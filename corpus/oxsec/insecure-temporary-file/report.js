const fs = require('fs');

exports.saveReport = (rows) => {
  const text = rows.map((row) => row.join(';')).join('\n');
  fs.writeFileSync('/tmp/report.csv', text);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
  return '/tmp/report.csv';
};
