const { execFile } = require('child_process');
const express = require('express');
const querystring = require('querystring');
const app = express();

app.get('/a', (req, res) => execFile('tar', [encodeURIComponent(req.query.name)], () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
app.get('/b', (req, res) => execFile('tar', [encodeURI(req.query.name)], () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
app.get('/c', (req, res) => execFile('tar', [escape(req.query.name)], () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
app.get('/d', (req, res) => execFile('tar', [querystring.escape(req.query.name)], () => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
