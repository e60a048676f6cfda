// The first function that the route calls looks at another field; what the second lets through still climbs.
const express = require('express');
const path = require('path');

const app = express();
const ROOT = path.join(__dirname, 'reports');

function hasName(req, res, next) {
  if (typeof req.query.name !== 'string') return res.sendStatus(400);
  next();
}

const endsWell = (req, res, next) => (req.query.name.endsWith('.pdf') ? next() : res.sendStatus(400));

app.get('/report', hasName, endsWell, (req, res) => {
  res.sendFile(path.join(ROOT, req.query.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
