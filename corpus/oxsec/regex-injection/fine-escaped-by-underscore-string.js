const express = require('express');
const text = require('underscore.string');
const app = express();

app.get('/', (req, res) => res.json(new RegExp(text.escapeRegExp(req.query.words)).test('a list of words')));
