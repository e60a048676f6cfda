const serialize = require('node-serialize');

const PRESETS = { small: '{"size":1}', large: '{"size":9}' };

module.exports = (req, res) => {
  const preset = serialize.unserialize(req.query.preset === 'large' ? PRESETS.large : PRESETS.small);
  res.json(preset);
};
