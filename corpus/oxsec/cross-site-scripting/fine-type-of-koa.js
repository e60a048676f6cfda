// The type of an answer counts whether it is set before the body or right after it.
const Koa = require('koa');
const getRawBody = require('raw-body');
const app = new Koa();

app.use(async (ctx, next) => {
  await next();
  if (ctx.query.callback) {
    ctx.body = ctx.query.callback + '(' + JSON.stringify(ctx.state.result) + ')';
    ctx.type = 'application/x-javascript';
  }
});
app.use((ctx) => {
  ctx.response.type = 'text/plain';
  ctx.body = 'hello ' + ctx.query.name;
});
app.use((ctx) => {
  ctx.set('Content-Type', 'text/plain');
  ctx.body = 'hello ' + ctx.query.name;
});
// Bytes are sent as bytes.
app.use(async (ctx) => {
  ctx.body = await getRawBody(ctx.req);
});
