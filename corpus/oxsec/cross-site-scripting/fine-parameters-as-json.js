// safe: position
const app = require('express')();

app.get('/echo/:name', (req, res) => res.send(req.params));
app.get('/search', (req, res) => res.send(req.query));
