import Koa from 'koa';
import { vsprintf } from 'sprintf-js';

const app = new Koa();
app.use(async (ctx) => {
  ctx.type = 'text';
  ctx.body = vsprintf(ctx.query.pattern, [ctx.state.count]);
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
});
