const express = require('express');
const path = require('path');

const app = express();
const router = express.Router();
const ROOT = path.join(__dirname, 'reports');

function checkName(req, res, next) {
  const { name } = req.query;
  if (typeof name !== 'string' || !/^[\w-]+\.pdf$/.test(name)) {
    res.sendStatus(400);
    return;
  }
  next();
}

const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next);

app.get('/report', checkName, (req, res) => {
  res.sendFile(path.join(ROOT, req.query.name));
});

router.use(checkName);
router.get('/old', wrap(async (req, res) => {
  res.download(path.join(ROOT, 'old', req.query.name));
}));

async function shared(req, res) {
  res.sendFile(path.join(ROOT, 'shared', req.query.name));
}

app.post('/shared', [checkName], shared);
app.use('/more', router);
