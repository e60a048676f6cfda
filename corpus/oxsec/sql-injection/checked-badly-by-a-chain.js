const { body, query, validationResult } = require('express-validator');
const db = require('mysql').createPool({});
const app = require('express')();

const rules = [query('name').trim().notEmpty().withMessage('no name'), body('id').isInt()];

app.get('/people', rules, (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  db.query(`SELECT * FROM people WHERE name = '${req.query.name}'`, (error, rows) => res.json(rows));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});

app.get('/orders', query('id').isInt().optional(), (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  db.query(`SELECT * FROM orders WHERE id = ${req.params.id}`, (error, rows) => res.json(rows));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
});
