const express = require('express');
const http = require('http');
const Koa = require('koa');
const app = express();

app.get('/a', (question, answer) => answer.send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/b', (question, answer) => answer.write(`<h1>${question.body.name}</h1>`));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/c', (question, answer) => answer.end(`<h1>${question.body.name}</h1>`));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.all('/f', (question, answer) => answer.send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.use((question, answer) => answer.send(`<h1>${question.query.name}</h1>`));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.del('/g', (question, answer) => answer.send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.param('name', (question, answer) => answer.send(`<h1>${question.query.name}</h1>`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/h', (question, answer) => answer.status(200).send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/i', (question, answer) => answer.set('X-A', 'b').send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/j', (question, answer) => answer.type('html').send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/k', (question, answer) => answer.contentType('html').send(`<h1>${question.query.name}</h1>`));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

http.createServer((question, answer) => answer.end(`<h1>${unescape(question.url)}</h1>`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
http.createServer((question, answer) => answer.write(`<h1>${unescape(question.url)}</h1>`));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

new Koa().use((context) => { context.body = `<h1>${context.query.name}</h1>`; });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
new Koa().use((context) => context.res.end(`<h1>${context.query.name}</h1>`));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
new Koa().use((context) => context.res.write(`<h1>${context.query.name}</h1>`));
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
