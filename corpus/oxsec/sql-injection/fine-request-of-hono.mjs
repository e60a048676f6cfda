import { Hono } from 'hono';
import { Pool } from 'pg';

const pool = new Pool();

export default new Hono().get('/a', async (c) => {
  const id = Number(c.req.query('id'));
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = ${id}`));
});
