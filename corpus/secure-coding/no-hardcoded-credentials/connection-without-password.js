const { Client } = require('pg');

const client = new Client({
  host: 'db.internal',
  database: 'shop',
  user: 'shop_reader',
  password: () => readToken('shop_reader'),
  ssl: { rejectUnauthorized: true },
});

const url = 'postgres://db.internal:5432/shop';
module.exports = { client, url };
