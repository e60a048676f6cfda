const express = require('express');
const util = require('util');

express().get('/:name', (req, res) => {
  console.log(util.inspect(req.params.name));
  res.end();
});
