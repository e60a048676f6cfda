const { Members } = require('../services');

exports.show = async (req, res) => {
  const member = await Members.find(req.param('id'));
  res.json(member);
};
