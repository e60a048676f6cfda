// The host that a request is for is the one that its browser asked: nobody sends another's browser elsewhere by it.
const express = require('express');
const Koa = require('koa');
const fastify = require('fastify')();
const app = express();

app.use((req, res, next) => (req.secure ? next() : res.redirect('https://' + req.headers.host + req.url)));
app.get('/a', (req, res) => res.redirect(`https://${req.get('host')}${req.originalUrl}`));
app.get('/b', (req, res) => res.redirect(`https://${req.header('Host')}/b`));
app.get('/c', (req, res) => res.redirect('https://' + req.hostname + req.path));
app.get('/d', (req, res) => res.redirect(`${req.protocol}://${req.host}/d`));
app.get('/e', (req, res) => res.redirect('https://' + req.headers.host.replace(/:.*/, '') + req.url));
app.get('/f', (req, res) => {
  const { host } = req.headers;
  res.setHeader('Location', 'https://' + host + req.url);
  res.status(301).end();
});
new Koa().use((ctx) => ctx.redirect('https://' + ctx.host + ctx.url));
new Koa().use((ctx) => ctx.redirect(ctx.origin + '/a'));
new Koa().use((ctx) => ctx.redirect(`https://${ctx.hostname}${ctx.path}`));
new Koa().use((ctx) => ctx.redirect(`https://${ctx.request.host || ctx.request.hostname}/a`));
new Koa().use((ctx) => ctx.redirect(ctx.href.replace('http:', 'https:')));
fastify.get('/', (request, reply) => reply.redirect(`https://${request.hostname}${request.url}`));
