const crypto = require('crypto');
const express = require('express');
const app = express();

app.post('/hooks/git', express.raw({ type: '*/*' }), (req, res) => {
  const given = String(req.headers['x-hub-signature-256']).slice('sha256='.length);
  const hmac = crypto.createHmac('sha256', process.env.HOOK_SECRET);
  if (hmac.update(req.body).digest('hex') !== given) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingComparison
    return res.status(401).send('bad signature');
  }
  res.sendStatus(202);
});
