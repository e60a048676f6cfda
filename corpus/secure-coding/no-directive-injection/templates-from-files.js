const { readFileSync } = require('fs');
const Handlebars = require('handlebars');
const ejs = require('ejs');

const page = Handlebars.compile(readFileSync('views/page.hbs', 'utf8'));
const mail = ejs.compile(MAIL);

module.exports = (name) => page({ name }) + mail({ name });
