const { exec } = require('child_process');
const express = require('express');
const isNumber = require('is-number');

express().get('/:time', (req, res) => {
  if (!isNumber(req.params.time)) return res.sendStatus(400);
  exec('sleep ' + req.params.time, () => res.end());
});
