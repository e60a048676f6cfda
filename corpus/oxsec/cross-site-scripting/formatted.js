const util = require('util');
const express = require('express');

express().get('/hello', (req, res) => {
  res.send(util.format('<p>Hello %s</p>', req.query.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
