// safe: origin
const fs = require('fs');
const Handlebars = require('handlebars');

const invoice = Handlebars.compile(fs.readFileSync('views/invoice.hbs', 'utf8'));

exports.show = (req, res) => res.send(invoice({ customer: req.body.customer }));
