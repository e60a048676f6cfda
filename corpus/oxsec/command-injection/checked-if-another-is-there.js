const { execSync } = require('child_process');
const app = require('express')();

app.get('/log', (req, res) => {
  const { branch, strict } = req.query;
  if (strict) {
    if (typeof branch !== 'string' || !/^\w+$/.test(branch)) {
      return res.status(400).end();
    }
  }
  res.send(execSync(`git log ${branch || 'main'}`));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
