const { Pool } = require('pg');

const isDev = process.env.NODE_ENV === 'development';

function pool() {
  if (isDev) return new Pool({ ssl: { rejectUnauthorized: false } });
  return new Pool({ ssl: { rejectUnauthorized: true, minVersion: 'TLSv1.2' } });
}

module.exports = { pool };
