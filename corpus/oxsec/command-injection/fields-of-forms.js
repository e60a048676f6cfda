const { exec } = require('child_process');
const express = require('express');
const busboy = require('busboy');
const fastifyBusboy = require('@fastify/busboy');
const connectBusboy = require('connect-busboy');
const formidable = require('formidable');
const multiparty = require('multiparty');
const Dicer = require('dicer');
const app = express();

app.post('/a', (req) => busboy({ headers: req.headers }).on('field', (name, value) => exec('ls ' + value.folder)));
//                                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/b', (req) => new fastifyBusboy({ headers: req.headers }).on('field', (name) => exec('ls ' + name)));
//                                                                                        ^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/c', (req) => connectBusboy({}).on('field', (name) => exec('ls ' + name)));
//                                                              ^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/d', (req) => req.busboy.on('file', (name, file, info) => exec('ls ' + info.filename)));
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/e', (req) => formidable({}).parse(req, (error, fields) => exec('ls ' + fields.folder)));
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/f', (req) => new formidable.IncomingForm().parse(req, (error, fields, files) => exec('ls ' + files.a.name)));
//                                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/g', async (req) => exec('ls ' + (await new formidable.Formidable().parse(req)).folder));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/h', (req) => new multiparty.Form().parse(req, (error, fields) => exec('ls ' + fields.folder[0])));
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/i', (req) => new multiparty.Form().parse(req, (error, fields, files) => exec('ls ' + files.a[0].path)));
//                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/j', (req) => new multiparty.Form().on('field', (name) => exec('ls ' + name)));
//                                                                  ^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/k', (req) => new multiparty.Form().on('file', (name, file) => exec('ls ' + file.originalFilename)));
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/l', (req) => new Dicer({ boundary: 'a' }).on('part', (part) => exec('ls ' + part)));
//                                                                        ^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/m', (req) => busboy({ headers: req.headers }).on('a', () => 0).on('field', (name) => exec('ls ' + name)));
//                                                                                              ^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/n', (req) => new multiparty.Form().on('a', () => 0).on('field', (name) => exec('ls ' + name)));
//                                                                                   ^^^^^^^^^^^^^^^^^^ commandInjection
