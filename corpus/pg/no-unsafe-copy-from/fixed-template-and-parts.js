const FORMAT = 'csv';

exports.load = async function load(db) {
  await db.query(`COPY rates FROM '/srv/import/rates.csv'`);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
  await db.query('COPY fees ' + "FROM '/srv/import/fees.csv'");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
  console.log('loaded as', FORMAT);
};
