const fs = require('fs');
const path = require('path');
const express = require('express');

const app = express();
const ROOT = path.resolve('/srv/files');

app.delete('/folder', (req, res) => {
  const folder = path.resolve(ROOT, String(req.query.folder || ''));
  const below = path.relative(ROOT, folder);
  if (below !== '' && (below.startsWith('..') || path.isAbsolute(below))) {
    return res.status(403).end();
  }
  fs.rmdir(folder, { recursive: true }, () => res.end());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
