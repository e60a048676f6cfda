const AWS = require('aws-sdk');
const athena = require('@aws-sdk/client-athena');
const { SelectObjectContentCommand } = require('@aws-sdk/client-s3');
const data = require('@aws-sdk/client-rds-data');
const dynamo = require('@aws-sdk/client-dynamodb');
const redshift = require('@aws-sdk/client-redshift-data');
const timestream = require('@aws-sdk/client-timestream-query');
const { BigQuery } = require('@google-cloud/bigquery');
const spanner = require('@google-cloud/spanner');

const earlyAthena = new AWS.Athena();
const rds = new AWS.RDSDataService();
const bigquery = new BigQuery();
const database = new spanner.Spanner().instance('shop').database('orders');
const otherDatabase = spanner().instance('shop').database('orders');
const sql = (city) => `SELECT * FROM orders WHERE city = '${city}'`;

exports.a = (city) => earlyAthena.startQueryExecution({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.b = (city) => earlyAthena.createNamedQuery({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.c = (city) => earlyAthena.updateNamedQuery({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.d = (city) => new athena.StartQueryExecutionCommand({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.e = (city) => new athena.CreateNamedQueryCommand({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.f = (city) => new athena.UpdateNamedQueryCommand({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.g = (city) => new athena.CreatePreparedStatementCommand({ QueryStatement: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.h = (city) => new athena.UpdatePreparedStatementCommand({ QueryStatement: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.i = (city) => new AWS.S3().selectObjectContent({ Expression: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.j = (city) => new SelectObjectContentCommand({ Expression: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.k = (city) => rds.executeStatement({ sql: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.l = (city) => rds.executeSql({ sqlStatements: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.m = (city) => rds.batchExecuteStatement({ sql: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.n = (city) => new data.ExecuteStatementCommand({ sql: sql(city) });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.o = (city) => new data.ExecuteSqlCommand({ sqlStatements: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.p = (city) => new data.BatchExecuteStatementCommand({ sql: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.q = (city) => new dynamo.ExecuteStatementCommand({ Statement: `SELECT * FROM orders WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.r = (city) => {
  return new dynamo.BatchExecuteStatementCommand({ Statements: [{ Statement: `SELECT 1 WHERE city = '${city}'` }] });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
exports.s = (city) => new AWS.DynamoDB().executeStatement({ Statement: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.t = (name) => new AWS.DynamoDB.DocumentClient().scan({ FilterExpression: `contains(names, ${name})` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.u = (city) => new redshift.ExecuteStatementCommand({ Sql: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.v = (city) => new timestream.QueryCommand({ QueryString: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.w = (city) => bigquery.query({ query: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.x = (city) => bigquery.query(`SELECT 1 WHERE city = '${city}'`);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.y = (city) => bigquery.createQueryJob(`SELECT 1 WHERE city = '${city}'`);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.z = (city) => bigquery.createQueryJob({ query: `SELECT 1 WHERE city = '${city}'` });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sa = (city) => database.executeSql(`SELECT 1 WHERE city = '${city}'`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sb = (city) => otherDatabase.run(`SELECT 1 WHERE city = '${city}'`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sc = (city) => database.runStream(`SELECT 1 WHERE city = '${city}'`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sd = (city) => database.runStream({ sql: `SELECT 1 WHERE city = '${city}'` });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.se = (city) => database.run({ sql: `SELECT 1 WHERE city = '${city}'` });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sf = (city) => database.runPartitionedUpdate(`DELETE FROM orders WHERE city = '${city}'`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sg = (city) => database.runPartitionedUpdate({ sql: `DELETE FROM orders WHERE city = '${city}'` });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
exports.sh = (city) => database.runTransaction((error, transaction) => {
  transaction.run(`SELECT 1 WHERE city = '${city}'`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  transaction.run({ sql: `SELECT 1 WHERE city = '${city}'` });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
exports.si = (city) => database.runTransactionAsync(async (transaction) => {
  await transaction.runUpdate(`DELETE FROM orders WHERE city = '${city}'`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  await transaction.runUpdate({ sql: `DELETE FROM orders WHERE city = '${city}'` });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
