const { Pool } = require('pg');

const pool = new Pool({
  host: 'localhost',
  port: 5432,
  database: 'shop',
  user: 'shop',
  password: 'shop123',
//          ^^^^^^^^^ noHardcodedCredentials
  max: 20,
});

module.exports = {
  query: (text, params) => pool.query(text, params),
};
