const mysql = require('mysql2');
const connection = mysql.createConnection({});

exports.search = (term) => {
  if (term.length > 200) throw new Error('too long');
  return connection.execute("SELECT * FROM books WHERE title = '" + term + "'");
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
