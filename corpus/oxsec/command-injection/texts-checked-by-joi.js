const { exec } = require('child_process');
const Joi = require('joi');
const app = require('express')();

const job = Joi.object({ branch: Joi.string().max(80).required(), kind: Joi.string().valid('a', 'b') });

app.post('/build', (req, res) => {
  const { error, value } = job.validate(req.body);
  if (error) return res.sendStatus(400);
  exec(`git checkout ${value.branch}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  res.sendStatus(202);
});
