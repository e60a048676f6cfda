// safe: other function
// What only a mapper to tables has tells which database a bare filter goes to: Sequelize, objection.
const { Account } = require('../db/accounts');
const { Invoice } = require('../db/invoices');

exports.account = async (req, res) => {
  const account = await Account.findByPk(Number(req.params.id));
  res.json({ account: account, twin: await Account.findOne({ email: req.body.email }) });
};

exports.invoice = async (req, res) => {
  res.json(await Invoice.query().findOne({ number: req.body.number }));
};
