// safe: position
// These write each line as JSON, which escapes the line breaks in it.
const express = require('express');
const http = require('http');
const pino = require('pino');
const bunyan = require('bunyan');
const fastify = require('fastify')();
const Koa = require('koa');
const Hapi = require('@hapi/hapi');
const app = express();

app.get('/r/:name', (req) => pino().trace('seen ' + req.params.name));
app.get('/s/:name', (req) => pino().fatal('seen ' + req.params.name));
app.get('/t/:name', (req) => bunyan.createLogger({ name: 'shop' }).info('seen ' + req.params.name));
app.get('/own/:name', (req) => req.log.info('seen ' + req.params.name));
fastify.get('/a', (request) => request.log.info('seen ' + request.query.name));
fastify.get('/b', (request) => fastify.log.info('seen ' + request.query.name));
new Koa().use((context) => context.log.info('seen ' + context.query.name));
http.createServer((req) => req.log.info('seen ' + decodeURIComponent(req.url)));

const server = Hapi.server();
server.route({ method: 'GET', path: '/a', handler: (request, h) => request.logger.info('seen ' + request.query.name) });
server.route({ method: 'GET', path: '/b', handler: (request, h) => server.logger.info('seen ' + request.query.name) });
