// The question is not about the name, or its answer changes nothing.
const fs = require('fs');
const config = require('./config');
const app = require('express')();

app.get('/a', (req, res) => {
  if (!config.views.some((view) => view.name === req.query.style)) return res.sendStatus(404);
  res.send(fs.readFileSync('views/' + req.query.view));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});

app.get('/b', (req, res) => {
  const view = config.views.find((view) => view.name === req.query.view);
  res.send(fs.readFileSync('views/' + req.query.view) + String(view));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});

app.get('/c', (req, res) => {
  if (config.views.some((view) => view.name !== req.query.view)) {
    res.send(fs.readFileSync('views/' + req.query.view));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  }
});
