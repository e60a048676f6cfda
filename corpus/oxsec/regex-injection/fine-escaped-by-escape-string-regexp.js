const express = require('express');
const escapeText = require('escape-string-regexp');
const app = express();

app.get('/', (req, res) => res.json(new RegExp(escapeText(req.query.words)).test('a list of words')));
