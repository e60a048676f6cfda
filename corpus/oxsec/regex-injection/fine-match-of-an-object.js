// safe: position
const express = require('express');

const app = express();

class Router {
  constructor(layers) {
    this.layers = layers;
  }
  find(path) {
    for (let at = 0; at < this.layers.length; at++) {
      const layer = this.layers[at];
      if (layer.match(path) && layer.route) {
        return layer.route;
      }
    }
    return null;
  }
}

const router = new Router(require('./layers'));

app.get('/where', (req, res) => {
  res.json({ route: router.find(req.query.path) });
});
