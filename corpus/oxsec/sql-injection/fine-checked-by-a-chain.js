const { body, param, query, validationResult } = require('express-validator');
const db = require('mysql').createPool({});
const app = require('express')();

const rules = [body('state').isIn(['open', 'paid']), body('code').matches(/^[A-Z]{2}\d+$/)];

app.get('/people/:id', param('id').isInt({ min: 1 }), query('of').isUUID(), (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  const sql = `SELECT * FROM people WHERE id = ${req.params.id} AND owner = '${req.query.of}'`;
  db.query(sql, (error, rows) => res.json(rows));
});

app.post('/orders', rules, (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  const { state, code } = req.body;
  db.query(`SELECT * FROM orders WHERE state = '${state}' AND code = '${code}'`, (error, rows) => res.json(rows));
});
