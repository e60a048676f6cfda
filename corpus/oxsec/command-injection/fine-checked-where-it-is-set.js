const { execSync } = require('child_process');
const app = require('express')();

app.get('/log', (req, res) => {
  const { branch } = req.query;
  let range = 'main';
  if (app.get('branches')) {
    if (typeof branch !== 'string' || !/^\w+$/.test(branch)) {
      return res.status(400).end();
    }
    range = branch;
  }
  res.send(execSync(`git log ${range}`));
});
