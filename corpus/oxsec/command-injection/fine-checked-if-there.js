const { execSync } = require('child_process');
const app = require('express')();

app.get('/log', (req, res) => {
  const { branch } = req.query;
  if (branch) {
    if (typeof branch !== 'string' || !/^\w+$/.test(branch)) {
      return res.status(400).end();
    }
  }
  res.send(execSync(`git log ${branch || 'main'}`));
});

app.get('/show', (req, res) => {
  const { commit } = req.query;
  if (commit === undefined) {
    console.log('the newest');
  } else if (!/^[0-9a-f]{7,40}$/.test(String(commit))) {
    return res.status(400).end();
  }
  res.send(execSync(`git show ${commit || 'HEAD'}`));
});
