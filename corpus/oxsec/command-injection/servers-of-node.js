const { exec } = require('child_process');
const http = require('http');
const https = require('https');
const http2 = require('http2');
const connect = require('connect');
const restify = require('restify');
const polka = require('polka');
const micro = require('micro');
const { serve } = require('micri');
const nextConnect = require('next-connect');
const rawBody = require('raw-body');
const getRawBody = require('get-raw-body');
const coBody = require('co-body');

http.createServer((question, answer) => exec('ls ' + decodeURIComponent(question.url), () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
https.createServer((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http2.createServer((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http2.createSecureServer((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
new http.Server((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer().on('request', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
https.createServer().on('request', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http2.createServer().on('request', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http2.createSecureServer().on('request', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
new http.Server().on('request', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer((question) => question.on('data', (data) => exec('ls ' + data)));
//                                                            ^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer((question) => question.once('data', (data) => exec('ls ' + data)));
//                                                              ^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer((question) => question.addListener('data', (data) => exec('ls ' + data)));
//                                                                     ^^^^^^^^^^^^^^^^^^ commandInjection
connect().use((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
restify.createServer().get('/a', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
polka().get('/a', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
micro((question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
micro(async (question) => exec('ls ' + (await micro.json(question)).folder));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
micro(async (question) => exec('ls ' + (await micro.text(question))));
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
serve((question) => exec('ls ' + question.headers['x-folder']));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
nextConnect().get((question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
nextConnect().post((question, answer) => exec('ls ' + question.body.folder, () => answer.end()));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer(async (question) => exec('ls ' + (await rawBody(question))));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer(async (question) => exec('ls ' + (await getRawBody(question))));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
http.createServer(async (question) => exec('ls ' + (await coBody(question)).folder));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

http.get('http://list', (incoming) => incoming.on('data', (data) => exec('ls ' + data)));
//                                                                  ^^^^^^^^^^^^^^^^^^ commandInjection
https.get('https://list', (incoming) => incoming.on('data', (data) => exec('ls ' + data)));
//                                                                    ^^^^^^^^^^^^^^^^^^ commandInjection
http.request('http://list', (incoming) => incoming.on('data', (data) => exec('ls ' + data)));
//                                                                      ^^^^^^^^^^^^^^^^^^ commandInjection
https.request('https://list', (incoming) => incoming.on('data', (data) => exec('ls ' + data)));
//                                                                        ^^^^^^^^^^^^^^^^^^ commandInjection
