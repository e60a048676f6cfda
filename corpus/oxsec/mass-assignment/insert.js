const mysql = require('mysql2');
const connection = mysql.createConnection({});

exports.add = (row) => {
  const columns = Object.keys(row).filter((key) => /^\w+$/.test(key));
  return connection.query(`INSERT INTO users (${columns.join(', ')}) VALUES (?)`, [Object.values(row)]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
};
