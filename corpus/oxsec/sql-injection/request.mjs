import express from 'express';
import pg from 'pg';

const app = express();
const client = new pg.Client();

app.get('/orders', async (req, res) => {
  const { rows } = await client.query(`SELECT * FROM orders WHERE id = ${req.query.id}`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  res.json(rows);
});
