const express = require('express');
const debug = require('debug')('shop:orders');
const app = express();

app.get('/orders', (req, res) => {
  debug('sorted by %s', req.query.sort);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log('100%% of %d, by %s', 7, req.query.filter);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.sendStatus(204);
});
