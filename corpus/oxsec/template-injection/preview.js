const nunjucks = require('nunjucks');

exports.preview = (req, res) => {
  const { layout, values } = req.body;
  res.send(nunjucks.renderString(layout, values));
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
};
