const fs = require('fs');

function importCustomers(file, save) {
  const rows = fs.readFileSync(file, 'utf8').trim().split('\n');
  rows.forEach((row, index) => {
    const [name, address, number] = row.split(';');
    console.info(`row ${index + 1} of ${rows.length}`);
    console.info('SSN: ' + number);
    console.info('ssn:', number, 'email:', address);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    save({ name, address, number });
  });
}

module.exports = { importCustomers };
