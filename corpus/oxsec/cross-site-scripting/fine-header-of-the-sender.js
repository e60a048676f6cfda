// safe: origin
// Nobody makes another's browser send these headers: who sends them is who reads the answer.
const http = require('http');
const express = require('express');

const app = express();

app.get('/agent', (req, res) => res.send(`<p>${req.get('X-Agent')}</p>`));

app.get('/name', (req, res) => {
  const { 'x-name': name } = req.headers;
  res.send(`<p>${name}</p>`);
});

http.createServer((question, answer) => answer.end(`<h1>${question.headers['x-name']}</h1>`));
