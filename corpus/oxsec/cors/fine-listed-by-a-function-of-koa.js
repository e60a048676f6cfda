const Koa = require('koa');
const cors = require('@koa/cors');
const app = new Koa();
const SITES = ['https://shop.example.com', 'https://app.example.com'];

app.use(
  cors({
    credentials: true,
    origin(ctx) {
      const origin = ctx.get('Origin');
      if (!SITES.includes(origin)) return SITES[0];
      return origin;
    },
  }),
);

module.exports = app;
