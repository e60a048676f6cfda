const Handlebars = require('handlebars');
const ejs = require('ejs');
const pug = require('pug');

function preview(req, res) {
  const { userTemplate, body } = req;
  const html = Handlebars.compile(userTemplate)({ name: 'Ada' });
//                                ^^^^^^^^^^^^ userControlledTemplate
  const mail = ejs.render(body, { name: 'Ada' });
//                        ^^^^ userControlledTemplate
  res.send(html + mail + pug.render(userTemplate));
//                                  ^^^^^^^^^^^^ userControlledTemplate
}

module.exports = preview;
