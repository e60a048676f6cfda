const util = require('util');
const mysql = require('mysql');
const mysql2 = require('mysql2');
const mysql2Promise = require('mysql2/promise');

const query = util.promisify(mysql.createConnection({}).query);
const execute = util.promisify(mysql2.createPool({}).execute);
const queryOfPromise = mysql2.createPool({}).promise().query.bind(null);
const executePromised = mysql2Promise.createPool({}).execute.bind(null);

exports.find = (title) => query("SELECT * FROM books WHERE title = '" + title + "'");
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.findFast = (title) => execute("SELECT * FROM books WHERE title = '" + title + "'");
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.findLater = (title) => queryOfPromise("SELECT * FROM books WHERE title = '" + title + "'");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.findPromised = (title) => executePromised("SELECT * FROM books WHERE title = '" + title + "'");
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
