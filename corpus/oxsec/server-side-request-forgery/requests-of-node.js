const express = require('express');
const http = require('http');
const https = require('https');
const http2 = require('http2');
const net = require('net');
const tls = require('tls');
const dns = require('dns');
const app = express();

app.get('/a', (req, res) => http.get(req.query.url, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', (req, res) => http.request(req.query.url, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', (req, res) => https.get(req.query.url, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', (req, res) => https.request(req.query.url, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', (req, res) => http.get({ host: req.query.host, path: '/' }, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', (req, res) => http.get({ hostname: req.query.host, path: '/' }, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', (req, res) => http.request({ host: req.query.host }, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', (req, res) => http.request({ hostname: req.query.host }, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', (req, res) => https.get({ host: req.query.host, path: '/' }, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', (req, res) => https.get({ hostname: req.query.host, path: '/' }, (answer) => answer.pipe(res)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/k', (req, res) => https.request({ host: req.query.host }, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', (req, res) => https.request({ hostname: req.query.host }, (answer) => answer.pipe(res)).end());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', (req, res) => http2.connect(req.query.url).on('error', () => res.sendStatus(502)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', (req, res) => net.connect(6379, req.query.host).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', (req, res) => net.createConnection(6379, req.query.host).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', (req, res) => net.connect({ port: 6379, host: req.query.host }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/q', (req, res) => net.createConnection({ port: 6379, host: req.query.host }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/r', (req, res) => tls.connect(443, req.query.host, () => res.sendStatus(204)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/s', (req, res) => dns.lookup(req.query.host, (error, address) => res.json({ address })));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
