const sql = require('mssql');
const { Request } = require('tedious');
const native = require('msnodesqlv8');
const oracledb = require('oracledb');
const hana = require('@sap/hana-client');
const Stream = require('@sap/hana-client/extension/Stream');
const hdb = require('hdb');
const hdbext = require('@sap/hdbext');
const snowflake = require('snowflake-sdk');
const { createClient } = require('@clickhouse/client');
const cassandra = require('cassandra-driver');
const alasql = require('alasql');

const pool = new sql.ConnectionPool({});
const warehouse = snowflake.createConnection({});
const nodes = new cassandra.Client({});

exports.batch = (city) => sql.batch(`SELECT * FROM orders WHERE city = '${city}'`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.batchOfPool = (city) => pool.batch(`SELECT * FROM orders WHERE city = '${city}'`);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.batchLater = async (city) => {
  const later = await new sql.ConnectionPool({}).connect();
  return later.batch(`SELECT * FROM orders WHERE city = '${city}'`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.batchOfRequest = (city) => new sql.Request().batch(`SELECT * FROM orders WHERE city = '${city}'`);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.batchOfConnected = async (city) => {
  const connected = await sql.connect({});
  return connected.request().batch(`SELECT * FROM orders WHERE city = '${city}'`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.prepare = (city) => new sql.PreparedStatement().prepare(`SELECT * FROM orders WHERE city = '${city}'`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.request = (city, done) => new Request(`SELECT * FROM orders WHERE city = '${city}'`, done);
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.native = (city, done) => native.query('Driver=SQL', `SELECT * FROM orders WHERE city = '${city}'`, done);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection

exports.many = async (city) => {
  const connection = await oracledb.getConnection({});
  return connection.executeMany(`UPDATE orders SET paid = :1 WHERE city = '${city}'`, [[1]]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.manyCalled = (city) => {
  oracledb.getConnection({}, (error, connection) => {
    connection.queryStream(`SELECT * FROM orders WHERE city = '${city}'`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  });
};
exports.manyPooled = async (city) => {
  const pooled = await oracledb.createPool({});
  const connection = await pooled.getConnection();
  return connection.queryStream(`SELECT * FROM orders WHERE city = '${city}'`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};

exports.exec = (city) => hana.createConnection().exec(`SELECT * FROM orders WHERE city = '${city}'`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.prepared = (city) => hdb.createClient({}).prepare(`SELECT * FROM orders WHERE city = '${city}'`, () => 0);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.extended = (city) => hdbext.createConnection({}, (error, client) => {
  client.exec(`SELECT * FROM orders WHERE city = '${city}'`, () => 0);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
exports.statement = (name, client) => Stream.createProcStatement(client, `CALL ${name}_total(?)`, () => 0);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection

exports.warehouse = (city) => warehouse.execute({ sqlText: `SELECT * FROM orders WHERE city = '${city}'` });
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.columns = (city) => createClient({}).query({ query: `SELECT * FROM orders WHERE city = '${city}'` });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.rows = (city, row) => nodes.eachRow(`SELECT * FROM orders WHERE city = '${city}'`, [], row);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.stream = (city) => nodes.stream(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.memory = (city) => alasql(`SELECT * FROM orders WHERE city = '${city}'`);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
