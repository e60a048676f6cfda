const express = require('express');
const nodeSerialize = require('node-serialize');
const serializeToJs = require('serialize-to-js');
const funcster = require('funcster');
const cryo = require('cryo');
const yaml = require('js-yaml');
const serialijse = require('serialijse');
const app = express();
app.use(express.text());
const schema = yaml.DEFAULT_FULL_SCHEMA;

app.post('/a', (req, res) => res.json(nodeSerialize.unserialize(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/b', (req, res) => res.json(serializeToJs.deserialize(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/c', (req, res) => res.json(funcster.deepDeserialize(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/d', (req, res) => res.json(cryo.parse(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/e', (req, res) => res.json(yaml.load(req.body, { schema })));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/g', (req, res) => yaml.loadAll(req.body, (document) => res.write(document), { schema }));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/h', (req, res) => res.json(yaml.safeLoad(req.body, { schema })));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/i', (req, res) => res.json(yaml.safeLoadAll(req.body, null, { schema })));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
app.post('/j', (req, res) => res.json(serialijse.deserialize(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
