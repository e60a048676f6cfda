// safe: position
const { Pool } = require('pg');
const pool = new Pool();

exports.find = (email) => pool.query('SELECT id FROM users WHERE email = $1', [email]);
