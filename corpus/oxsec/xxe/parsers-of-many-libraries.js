const express = require('express');
const libxmljs = require('libxmljs');
const libxmljs2 = require('libxmljs2');
const expat = require('node-expat');
const xml2json = require('xml2json');
const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/a', (req, res) => res.json(libxmljs.parseXml(req.body, { noent: true }).text()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/b', (req, res) => res.json(libxmljs.parseXmlString(req.body, { noent: true }).text()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/c', async (req, res) => res.json((await libxmljs.parseXmlAsync(req.body, { noent: true })).text()));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/d', (req, res) => res.json(libxmljs2.parseXml(req.body, { noent: true }).text()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/e', (req, res) => res.json(new libxmljs.SaxPushParser().push(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/f', (req, res) => res.json(new libxmljs.SaxParser().parseString(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/g', (req, res) => res.json(new expat.Parser('UTF-8').write(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/h', (req, res) => res.json(new expat.Parser('UTF-8').parse(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
app.post('/i', (req, res) => res.json(xml2json.toJson(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
