// Only what an item of the program's own list has gets through.
const fs = require('fs');
const config = require('./config');
const app = require('express')();

app.get('/a', (req, res) => {
  if (!config.views.some((view) => view.name === req.query.view)) return res.sendStatus(404);
  res.send(fs.readFileSync('views/' + req.query.view));
});

app.get('/b', (req, res) => {
  const view = config.views.find((view) => view.name === req.query.view);
  if (!view) return res.sendStatus(404);
  res.send(fs.readFileSync('views/' + req.query.view));
});

function isView(name) {
  return config.views.some((view) => name.toLowerCase() === view.name);
}

app.get('/c', (req, res) => {
  if (isView(req.query.view)) res.send(fs.readFileSync('views/' + req.query.view));
});
