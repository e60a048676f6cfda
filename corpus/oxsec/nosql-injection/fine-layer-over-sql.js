// safe: other function
const query = require('../queries');

exports.showLink = async (req, res) => {
  const link = await query.link.find({ uuid: req.query.uuid, domain: req.body.domain });
  res.render('link', { link });
};
