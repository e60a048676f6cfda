const Koa = require('koa');
const cors = require('@koa/cors');
const app = new Koa();

app.use(cors({ credentials: true, origin: (ctx) => ctx.get('Origin') }));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors

module.exports = app;
