const readWritePool = require('./pools').readWrite;

function archive(ids) {
  return readWritePool
    .query('INSERT INTO archive SELECT id FROM orders WHERE id = ANY($1)', [ids])
    .then(() => readWritePool.query('COMMIT'))
//                                  ^^^^^^^^ noTransactionOnPool
    .catch((error) => {
      console.error(error);
      return readWritePool.query('ROLLBACK');
//                               ^^^^^^^^^^ noTransactionOnPool
    });
}

module.exports = archive;
