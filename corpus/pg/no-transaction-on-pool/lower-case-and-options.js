const dbPool = require('./db-pool');

async function nightly(jobs) {
  await dbPool.query('begin transaction isolation level serializable;');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noTransactionOnPool
  for (const job of jobs) {
    await job.run(dbPool);
  }
  await dbPool.query(' commit; ');
//                   ^^^^^^^^^^^ noTransactionOnPool
}

module.exports = nightly;
