const query = require('../queries');

exports.showLink = async (req, res) => {
  const link = await query.link.find({ uuid: req.query.uuid, user_id: req.body.user });
  res.render('link', { link });
};
