const express = require('express');
const isNumber = require('is-number');

express().get('/:size', (req, res) => {
  if (!isNumber(req.params.size)) return res.sendStatus(400);
  res.send(Buffer.alloc(Number(req.params.size)));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
});
