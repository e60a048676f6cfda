const express = require('express');
const regexp = require('regexp');
const app = express();

app.get('/', (req, res) => res.json(new RegExp(regexp.escape(req.query.words)).test('a list of words')));
