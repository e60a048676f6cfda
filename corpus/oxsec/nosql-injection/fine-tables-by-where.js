// safe: other function
// Models of documents take a filter as it is: `where` belongs to a mapper to tables.
const { Ticket } = require('../models');
const { Application } = require('@shop/database');
const router = require('express').Router();

router.post('/close/:id', async (req, res) => {
  await Ticket.update({ closed: true }, { where: { id: Number(req.params.id) } });
  res.json(await Ticket.findOne({ code: req.body.code }));
});

router.get('/application', async (req, res) => {
  res.json(await Application.findOne({ where: { id: req.query.id } }));
});

router.get('/applications', async (req, res) => {
  res.json(await Application.findAll({ where: { owner: req.query.owner } }));
});
