import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.html(`<h1>Hello ${c.req.query('name')}</h1>`));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
