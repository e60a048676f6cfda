const express = require('express');
const crypto = require('crypto');
const buffer = require('buffer');
const app = express();

app.get('/a', (req, res) => res.send(new Buffer(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/b', (req, res) => res.send(Buffer.alloc(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/c', (req, res) => res.send(Buffer.allocUnsafe(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/d', (req, res) => res.send(new SlowBuffer(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/e', (req, res) => res.send(new buffer.SlowBuffer(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/own', (req, res) => res.send(buffer.Buffer.alloc(Number(req.query.size))));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/f', (req, res) => res.json(new Array(Number(req.query.size)).fill(0)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/g', (req, res) => setTimeout(() => res.end(), Number(req.query.delay)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/h', (req, res) => setInterval(() => res.write('.'), Number(req.query.delay)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/i', (req, res) => res.send('.'.repeat(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/j', (req, res) => res.send('.'.padStart(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/k', (req, res) => res.send('.'.padEnd(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.get('/l', (req, res) => res.send(crypto.randomBytes(Number(req.query.size))));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
