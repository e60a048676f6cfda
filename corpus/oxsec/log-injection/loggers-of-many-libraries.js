const express = require('express');
const http = require('http');
const winston = require('winston');
const pino = require('pino');
const bunyan = require('bunyan');
const log4js = require('log4js');
const loglevel = require('loglevel');
const signale = require('signale');
const consola = require('consola');
const npmlog = require('npmlog');
const fancyLog = require('fancy-log');
const { Roarr } = require('roarr');
const roarr = require('roarr');
const tracer = require('tracer');
const debug = require('debug')('shop');
const fastify = require('fastify')();
const Koa = require('koa');
const Hapi = require('@hapi/hapi');
const app = express();
const logger = winston.createLogger({});

app.get('/a/:name', (req) => logger.info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/b/:name', (req) => logger.warn('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/c/:name', (req) => logger.error('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/d/:name', (req) => logger.debug('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/e/:name', (req) => logger.log('info', 'seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/f/:name', (req) => logger.verbose('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/g/:name', (req) => logger.silly('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/h/:name', (req) => logger.http('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/i/:name', (req) => logger.notice('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/j/:name', (req) => logger.crit('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/k/:name', (req) => logger.alert('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/l/:name', (req) => logger.info('seen', req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/m/:name', (req) => logger.warn('seen', req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/n/:name', (req) => logger.error('seen', req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/o/:name', (req) => logger.debug('seen', req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/p/:name', (req) => logger.child({}).info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/q/:name', (req) => winston.info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/r/:name', (req) => pino().trace('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/s/:name', (req) => pino().fatal('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/t/:name', (req) => bunyan.createLogger({ name: 'shop' }).info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/u/:name', (req) => log4js.getLogger('shop').info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/v/:name', (req) => loglevel.info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/w/:name', (req) => signale.success('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/x/:name', (req) => consola.info('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/y/:name', (req) => npmlog.info('shop', 'seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/z/:name', (req) => fancyLog('seen ' + req.params.name));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/fancy/:name', (req) => fancyLog.info('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/tracer/:name', (req) => tracer.console().info('seen ' + req.params.name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/debug/:name', (req) => debug('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/debug/more/:name', (req) => debug('seen', req.params.name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/own/:name', (req) => req.log.info('seen ' + req.params.name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/log/:name', (req) => logger.log('seen ' + req.params.name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/log4js/:name', (req) => log4js.info('seen ' + req.params.name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection

fastify.get('/a', (request) => request.log.info('seen ' + request.query.name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
fastify.get('/b', (request) => fastify.log.info('seen ' + request.query.name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
new Koa().use((context) => context.log.info('seen ' + context.query.name));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
http.createServer((req) => req.log.info('seen ' + decodeURIComponent(req.url)));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
http.createServer((req) => req.logger.info('seen ' + decodeURIComponent(req.url)));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection

const server = Hapi.server();
server.route({ method: 'GET', path: '/a', handler: (request, h) => request.logger.info('seen ' + request.query.name) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
server.route({ method: 'GET', path: '/b', handler: (request, h) => server.logger.info('seen ' + request.query.name) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
const early = new Hapi.Server();
early.route({ method: 'GET', path: '/c', handler: (request, h) => early.logger.info('seen ' + request.query.name) });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/roarr/:name', (req) => Roarr.info('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/roarr/default/:name', (req) => roarr.info('seen ' + req.params.name));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
