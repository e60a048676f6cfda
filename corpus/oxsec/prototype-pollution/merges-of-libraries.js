const express = require('express');
const merge = require('merge');
const mergeDeep = require('merge-deep');
const app = express();
const settings = {};

app.post('/a', (req, res) => res.json(merge.recursive(settings, JSON.parse(req.body.settings))));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
app.post('/b', (req, res) => res.json(mergeDeep(settings, JSON.parse(req.body.settings))));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
