const mysql = require('mysql');
const { escape } = require('sqlstring');
const pg = require('pg');
const connection = mysql.createConnection({});

exports.value = (city, done) => connection.query(`SELECT * FROM orders WHERE city = '${mysql.escape(city)}'`, done);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.own = (city, done) => connection.query(`SELECT * FROM orders WHERE city = '${escape(city)}'`, done);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.column = (name, done) => connection.query(`SELECT * FROM orders WHERE name = '${mysql.escapeId(name)}'`, done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.literal = (city) => new pg.Client().query(`SELECT * FROM orders WHERE city = '${pg.escapeLiteral(city)}'`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.identifier = (name) => new pg.Client().query(`SELECT * FROM orders WHERE n = '${pg.escapeIdentifier(name)}'`);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
