// safe: position
const express = require('express');
const debug = require('debug')('shop:orders');
const app = express();

app.get('/orders', (req, res) => {
  debug('sorted by %j', req.query.sort);
  console.log('page %d of %i', req.query.page, req.query.pages);
  console.warn('filter %o', req.query.filter);
  res.sendStatus(204);
});
