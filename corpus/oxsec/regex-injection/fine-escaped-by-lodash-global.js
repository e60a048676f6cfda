const express = require('express');
const app = express();

app.get('/', (req, res) => res.json(new RegExp(_.escapeRegExp(req.query.words)).test('a list of words')));
