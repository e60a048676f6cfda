const router = require('express').Router();
const db = require('./db');
const reports = require('./reports');

router.post('/statements', async (req, res) => {
  res.json(await db.query(req.body.statement));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
router.post('/reports', async (req, res) => {
  res.json(await reports.query(`SELECT * FROM reports WHERE year = ${req.body.year}`));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});

module.exports = router;
