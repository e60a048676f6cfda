const Koa = require('koa');
const app = new Koa();

app.use(async (ctx, next) => {
  ctx.cookies.set('session-id', ctx.state.id, { httpOnly: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  await next();
});

app.listen(3000);
