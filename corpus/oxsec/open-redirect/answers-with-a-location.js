const express = require('express');
const http = require('http');
const fastify = require('fastify')();
const Koa = require('koa');
const Hapi = require('@hapi/hapi');
const app = express();

app.get('/a', (req, res) => res.redirect(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/b', (req, res) => res.redirect(302, req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/c', (req, res) => res.location(req.query.to).status(302).send());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/d', (req, res) => res.set('Location', req.query.to).sendStatus(302));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/e', (req, res) => res.header('Location', req.query.to).sendStatus(302));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/f', (req, res) => res.setHeader('Location', req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/g', (req, res) => res.append('Location', req.query.to).sendStatus(302));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/h', (req, res) => res.writeHead(302, { Location: req.query.to }).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/i', (req, res) => res.writeHead(302, { location: req.query.to }).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/j', (req, res) => res.status(302).redirect(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/k', (req, res) => res.set('X-A', 'b').redirect(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/l', (req, res) => res.type('html').redirect(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.get('/m', (req, res) => res.contentType('html').redirect(req.query.to));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect

http.createServer((req, res) => {
  const to = new URL(req.url, 'http://shop').searchParams.get('to');
  res.setHeader('Location', to);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  res.writeHead(302, { Location: to });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  res.writeHead(302, { location: to });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  res.writeHead(302, 'Found', { Location: to });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  res.end();
});

fastify.get('/a', (request, reply) => reply.redirect(request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/b', (request, reply) => reply.redirect(302, request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/c', (request, reply) => reply.header('Location', request.query.to).code(302).send());
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/d', (request, reply) => reply.code(302).redirect(request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/e', (request, reply) => reply.status(302).redirect(request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/f', (request, reply) => reply.header('X-A', 'b').redirect(request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
fastify.get('/g', (request, reply) => reply.type('text/html').redirect(request.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect

new Koa().use((context) => context.redirect(context.query.to));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
new Koa().use((context) => context.set('Location', context.query.to));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
new Koa().use((context) => context.response.redirect(context.request.query.to));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect

const server = Hapi.server();
server.route({ method: 'GET', path: '/', handler: (request, h) => h.redirect(request.query.to) });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
