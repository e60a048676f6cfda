const { Pool, Client, native } = require('pg');
const pg = require('pg');
const { neon } = require('@neondatabase/serverless');
const pgp = require('pg-promise')();
const postgres = require('postgres');
const Cursor = require('pg-cursor');
const QueryStream = require('pg-query-stream');

const pool = new Pool();
const client = new Client();
const query = pool.query.bind(pool);
const queryOfNative = new native.Client().query.bind(client);
const db = pgp('postgres://shop');
const sql = postgres();

exports.bound = (city) => query(`SELECT * FROM orders WHERE city = '${city}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.native = (city) => queryOfNative(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.serverless = (city) => neon('postgres://shop')(`SELECT * FROM orders WHERE city = '${city}'`);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.one = (city) => db.one(`SELECT * FROM orders WHERE city = '${city}'`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.any = (city) => db.any(`SELECT * FROM orders WHERE city = '${city}'`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.none = (city) => db.none(`DELETE FROM orders WHERE city = '${city}'`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.many = (city) => db.many(`SELECT * FROM orders WHERE city = '${city}'`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.oneOrNone = (city) => db.oneOrNone(`SELECT * FROM orders WHERE city = '${city}'`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.manyOrNone = (city) => db.manyOrNone(`SELECT * FROM orders WHERE city = '${city}'`);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.result = (city) => db.result(`DELETE FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.multi = (city) => db.multi(`SELECT * FROM orders WHERE city = '${city}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.multiResult = (city) => db.multiResult(`SELECT * FROM orders WHERE city = '${city}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.map = (city) => db.map(`SELECT * FROM orders WHERE city = '${city}'`, [], (row) => row.id);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.each = (city) => db.each(`SELECT * FROM orders WHERE city = '${city}'`, [], (row) => row.id);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.task = (city) => db.task((task) => task.one(`SELECT * FROM orders WHERE city = '${city}'`));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.taskIf = (city) => db.taskIf((task) => task.one(`SELECT * FROM orders WHERE city = '${city}'`));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.tx = (city) => db.tx((tx) => tx.none(`DELETE FROM orders WHERE city = '${city}'`));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.txIf = (city) => db.txIf((tx) => tx.none(`DELETE FROM orders WHERE city = '${city}'`));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.unsafe = (city) => sql.unsafe(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.cursor = (city) => client.query(new Cursor(`SELECT * FROM orders WHERE city = '${city}'`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.stream = (city) => client.query(new QueryStream(`SELECT * FROM orders WHERE city = '${city}'`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
