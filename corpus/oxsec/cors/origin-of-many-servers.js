const express = require('express');
const http = require('http');
const Koa = require('koa');
const fastify = require('fastify')();
const cors = require('cors');
const app = express();

app.get('/a', (req, res) => res.set('Access-Control-Allow-Origin', req.get('Origin')).set('Access-Control-Allow-Credentials', 'true'));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
app.get('/b', (req, res) => res.header('Access-Control-Allow-Origin', req.get('Origin')).header('Access-Control-Allow-Credentials', 'true'));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
app.get('/c', (req, res) => {
  res.setHeader('Access-Control-Allow-Origin', req.get('Origin'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  res.setHeader('Access-Control-Allow-Credentials', 'true');
});
app.get('/d', (req, res) => {
  res.append('Access-Control-Allow-Origin', req.get('Origin'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  res.append('Access-Control-Allow-Credentials', 'true');
});
http.createServer((req, res) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  res.setHeader('Access-Control-Allow-Credentials', 'true');
});
new Koa().use((context) => {
  context.set('Access-Control-Allow-Origin', context.get('Origin'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  context.set('Access-Control-Allow-Credentials', 'true');
});
fastify.get('/a', (request, reply) => {
  reply.header('Access-Control-Allow-Origin', request.headers.origin);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  reply.header('Access-Control-Allow-Credentials', 'true');
});
app.use(cors({ credentials: true, origin: (origin, callback) => callback(null, origin) }));
//                                                              ^^^^^^^^^^^^^^^^^^^^^^ cors
