const express = require('express');

const actions = {
  start: (input) => `started ${input}`,
  stop: (input) => `stopped ${input}`,
};

express().post('/do/:action', (req, res) => {
  const action = actions[req.params.action];
  res.json(action(req.body.input));
//         ^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
