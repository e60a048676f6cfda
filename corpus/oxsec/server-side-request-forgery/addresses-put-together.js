const express = require('express');
const url = require('url');
const app = express();

app.get('/a', (req, res) => fetch(url.parse(req.query.url).href).then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', (req, res) => fetch(url.resolve('http://shop/', req.query.url)).then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', (req, res) => fetch(url.format(new url.URL(req.query.url))).then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', (req, res) => fetch(new url.URL(req.query.url)).then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', (req, res) => fetch(new url.URLSearchParams(req.query.query).get('url')).then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
