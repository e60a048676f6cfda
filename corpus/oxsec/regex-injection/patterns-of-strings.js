const express = require('express');
const app = express();

app.get('/a', (req, res) => res.json('a list of words'.match(req.query.pattern)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
app.get('/b', (req, res) => res.json([...'a list of words'.matchAll(req.query.pattern)]));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
app.get('/c', (req, res) => res.json(new RegExp(req.query.pattern).test('a list of words')));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
