module.exports = (db) => ({
  tools: {
    report: {
      execute: ({ month }) => db.query('SELECT * FROM sales WHERE month = $1', [month]),
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingOutputFilter
    },
  },
});
