// safe: default
const yaml = require('js-yaml');

exports.importSettings = (req, res) => {
  const settings = yaml.load(req.body.text, { schema: yaml.CORE_SCHEMA });
  res.json({ keys: Object.keys(settings) });
};
