import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.redirect(c.req.query('next')));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
