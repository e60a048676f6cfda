const express = require('express');
const http = require('http');
const winston = require('winston');
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
app.get('/log/:name', (req) => logger.log('seen ' + req.params.name));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/log4js/:name', (req) => log4js.info('seen ' + req.params.name));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection

app.get('/roarr/:name', (req) => Roarr.info('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/roarr/default/:name', (req) => roarr.info('seen ' + req.params.name));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
http.createServer((req) => req.logger.info('seen ' + decodeURIComponent(req.url)));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/trace/:name', (req) => loglevel.trace('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
app.get('/fatal/:name', (req) => log4js.getLogger('shop').fatal('seen ' + req.params.name));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
