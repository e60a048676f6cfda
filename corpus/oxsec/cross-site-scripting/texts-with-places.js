const express = require('express');
const util = require('util');
const { sprintf } = require('sprintf-js');
const printf = require('printf');
const format = require('format-util');
const printj = require('printj');
const app = express();

app.get('/a', (req, res) => res.send(util.format('<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/b', (req, res) => res.send(util.formatWithOptions({}, '<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/c', (req, res) => res.send(sprintf('<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/d', (req, res) => res.send(printf('<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/e', (req, res) => res.send(format('<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/f', (req, res) => res.send(printj.sprintf('<h1>%s</h1>', req.query.name)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
