const express = require('express');
const path = require('path');
const fastify = require('fastify')();
const Hapi = require('@hapi/hapi');
const send = require('koa-send');
const serve = require('serve-static');
const app = express();

app.get('/a', (req, res) => res.sendFile('/srv/files/' + req.query.name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/b', (req, res) => res.sendfile('/srv/files/' + req.query.name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/c', (req, res) => res.download('/srv/files/' + req.query.name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/d', (req, res) => res.render('pages/' + req.query.name));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/e', (req, res) => res.render('page', req.query));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/g', (req, res) => serve(path.join('/srv/files', req.query.name))(req, res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.get('/h', (req, res) => express.static(path.join('/srv/files', req.query.name))(req, res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal

fastify.get('/a', (request, reply) => reply.sendFile('files/' + request.query.name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
fastify.get('/b', (request, reply) => reply.download('files/' + request.query.name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal

const server = Hapi.server();
server.route({ method: 'GET', path: '/', handler: (request, h) => h.file('files/' + request.query.name) });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
