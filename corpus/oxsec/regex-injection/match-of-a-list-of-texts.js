const express = require('express');

const app = express();

class Names {
  constructor(names) {
    this.names = names;
  }
  find(pattern) {
    for (let at = 0; at < this.names.length; at++) {
      const name = this.names[at];
      if (name.length > 2 && name.match(pattern)) {
//                           ^^^^^^^^^^^^^^^^^^^ regexInjection
        return name;
      }
    }
    return null;
  }
}

const names = new Names(require('./names'));

app.get('/where', (req, res) => {
  res.json({ name: names.find(req.query.pattern) });
});
