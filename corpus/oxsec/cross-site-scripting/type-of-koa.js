const Koa = require('koa');
const getRawBody = require('raw-body');
const app = new Koa();

app.use((ctx) => {
  ctx.type = 'html';
  ctx.body = 'hello ' + ctx.query.name;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
// It may never be set.
app.use((ctx) => {
  ctx.body = 'hello ' + ctx.query.name;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  if (ctx.query.plain) ctx.type = 'text/plain';
});
app.use((ctx) => {
  ctx.type = 'text/plain';
  ctx.body = 'hello ' + ctx.query.name;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  ctx.type = 'text/html';
});
app.use(async (ctx) => {
  ctx.body = await getRawBody(ctx.req, { encoding: 'utf8' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
