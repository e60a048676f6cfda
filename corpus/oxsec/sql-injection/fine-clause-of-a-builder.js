// safe: position
const express = require('express');
const knex = require('knex')({ client: 'pg' });
const app = express();

app.get('/users', async (req, res) => {
  res.json(await knex('users').whereRaw('name = ?', [req.query.name]));
});
