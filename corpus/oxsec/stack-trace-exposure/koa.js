const Koa = require('koa');
const app = new Koa();

app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = 500;
    ctx.body = error.stack;
//  ^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
});
