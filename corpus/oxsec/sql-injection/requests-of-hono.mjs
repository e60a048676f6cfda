import { Hono } from 'hono';
import { Pool } from 'pg';

const app = new Hono();
const shop = new Hono().basePath('/shop');
const pool = new Pool();

app.get('/a', async (c) => {
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${c.req.query('b')}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.post('/b', async (c) => {
  const { name } = await c.req.json();
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${name}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.put('/c/:name', async (c) => {
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${c.req.param('name')}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.patch('/d', async (c) => {
  const form = await c.req.parseBody();
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${form.name}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.delete('/e', async (c) => {
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${c.req.header('x-name')}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.all('/f', async (c) => {
  const text = await c.req.text();
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${text}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
app.use(async (c, next) => {
  await pool.query(`INSERT INTO log VALUES ('${decodeURIComponent(c.req.path)}')`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  await next();
});
shop.get('/g', async (c) => {
  const [first] = c.req.queries('name');
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${first}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
shop.get('/h', async (c) => {
  return c.json(await pool.query(`SELECT 1 FROM a WHERE b = '${decodeURIComponent(c.req.url)}'`));
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
