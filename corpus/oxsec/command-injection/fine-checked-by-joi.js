const { exec } = require('child_process');
const Joi = require('joi');
const app = require('express')();

const job = Joi.object().keys({
  branch: Joi.string().pattern(/^[a-z][a-z0-9-]*$/).required(),
  kind: Joi.string().valid('fast', 'full'),
  depth: Joi.number().integer().min(1),
});

app.post('/build', (req, res) => {
  const { error, value } = job.validate(req.body);
  if (error) return res.sendStatus(400);
  exec(`make ${value.kind} BRANCH=${value.branch} DEPTH=${value.depth}`);
  res.sendStatus(202);
});
