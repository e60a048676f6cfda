// options: {"allowedPaths": ["^/srv/import/[a-z]+\\.csv$"]}
const db = require('./db');

async function nightly() {
  await db.query("COPY rates FROM '/srv/import/rates.csv'");
  await db.query("COPY shadow FROM '/etc/shadow'");
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
  await db.query(`COPY fees FROM '/srv/import/../fees.csv'`);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedPath
}

module.exports = nightly;
