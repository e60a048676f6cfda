const fs = require('fs');
const path = require('path');
const express = require('express');

const app = express();
const ROOT = path.resolve('/srv/files');

app.get('/list', (req, res) => {
  const folder = path.resolve(ROOT, String(req.query.folder || ''));
  const below = path.relative(ROOT, folder);
  if (below !== '' && (below.startsWith('..') || path.isAbsolute(below))) {
    return res.status(403).end();
  }
  fs.readdir(folder, (error, names) => res.json(error ? [] : names));
});
