const express = require('express');
const pool = require('./pool');

const router = express.Router();

router.get('/products', async (req, res) => {
  const { rows } = await pool.query(`SELECT id, title FROM products WHERE category = '${req.query.category}'`);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeTemplateLiteral
  res.json(rows);
});

module.exports = router;
