const express = require('express');

const actions = {
  start: (input) => `started ${input}`,
  stop: (input) => `stopped ${input}`,
};

express().post('/do/:action', (req, res) => {
  const name = req.params.action;
  if (!Object.hasOwn(actions, name)) return res.sendStatus(404);
  res.json(actions[name](req.body.input));
});
