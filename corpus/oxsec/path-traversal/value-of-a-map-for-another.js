const fs = require('fs');
const path = require('path');
const app = require('express')();

const TITLES = new Map([
  ['terms', 'Our terms'],
  ['privacy', 'Your privacy'],
]);

class Pages {
  constructor(cache) {
    this.cache = cache;
  }

  read(name) {
    const known = this.cache?.get(name);
    if (known) return known;
    return fs.readFileSync(path.join('/srv/pages', name));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
  }
}

app.get('/:language/:name', (req, res) => {
  const title = TITLES.get(req.params.language);
  if (!title) return res.sendStatus(404);
  res.send(title + fs.readFileSync(path.join('/srv/pages', req.params.name)));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});

module.exports = Pages;
