const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();

app.patch('/me', async (req, res) => {
  const keys = Object.keys(req.body);
  const sets = keys.map((key, at) => `"${key.replace(/"/g, '""')}" = $${at + 1}`);
  await pool.query(`UPDATE users SET ${sets.join(', ')}`, Object.values(req.body));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.end();
});
