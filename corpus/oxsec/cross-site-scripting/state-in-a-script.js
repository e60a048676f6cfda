const Koa = require('koa');
const app = new Koa();

app.use(async (ctx) => {
  const theme = ctx.query.theme;
  ctx.type = 'html';
  ctx.body = `<html><body><script>const theme = "${theme}";</script></body></html>`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

app.listen(8080);
