const express = require('express');
const { escapeRegExp } = require('lodash');
const app = express();

app.get('/', (req, res) => res.json(new RegExp(escapeRegExp(req.query.words)).test('a list of words')));
