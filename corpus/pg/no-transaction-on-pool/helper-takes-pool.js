export async function inTransaction(connectionPool, work) {
  await connectionPool.query('BEGIN;');
//                           ^^^^^^^^ noTransactionOnPool
  try {
    const result = await work(connectionPool);
    await connectionPool.query('COMMIT;');
//                             ^^^^^^^^^ noTransactionOnPool
    return result;
  } catch (error) {
    await connectionPool.query('ROLLBACK TO SAVEPOINT before_work');
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noTransactionOnPool
    throw error;
  }
}
