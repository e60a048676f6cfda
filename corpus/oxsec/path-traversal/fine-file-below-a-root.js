const Koa = require('koa');
const send = require('koa-send');
const express = require('express');

const app = express();
const koa = new Koa();

// Both answer `..` with an error, and keep what they send below the root.
app.get('/:name', (req, res) => {
  res.sendFile(req.params.name, { root: '/srv/files' });
});

koa.use(async (ctx) => {
  await send(ctx, ctx.path, { root: '/srv/files' });
});
