const Handlebars = require('handlebars');

function strip(text) {
  return text.replace('{{', '').replace('}}', '');
}

module.exports = function mail(req, res) {
  const subject = strip(String(req.body.subject));
  const template = Handlebars.compile(`{{sender}} writes: ${subject}`);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
  res.json({ subject: template({ sender: 'shop' }) });
};
