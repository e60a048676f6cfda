// safe: position
const express = require('express');
const app = express();
app.use(express.json());

app.get('/echo/:name', (req, res) => res.send(req.params));
app.get('/search', (req, res) => res.send(req.query));
app.post('/echo', (req, res) => res.send(req.body));
