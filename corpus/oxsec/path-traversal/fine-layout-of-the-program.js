// safe: position
const express = require('express');
const app = express();
app.use(express.json());

app.post('/preview', (req, res) => {
  res.render('preview', { layout: false, title: req.body.title });
});
