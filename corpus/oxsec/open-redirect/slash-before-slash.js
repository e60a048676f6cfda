const Koa = require('koa');
const app = new Koa();

app.use(async (ctx) => {
  const path = ctx.query.path;
  ctx.redirect('/' + path);
//^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});

app.listen(3000);
