// safe: position
const { Pool } = require('pg');
const pool = new Pool();
const COLUMNS = { newest: 'created', name: 'name' };

exports.list = (order) => pool.query(`SELECT * FROM posts ORDER BY ${COLUMNS[order] || 'created'}`);
