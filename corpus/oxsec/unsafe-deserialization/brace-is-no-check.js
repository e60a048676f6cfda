const { unserialize } = require('node-serialize');

exports.restore = (req, res) => {
  const state = String(req.body.state);
  if (!state.startsWith('{')) {
    return res.status(400).send('not an object');
  }
  res.json(unserialize(state));
//         ^^^^^^^^^^^^^^^^^^ unsafeDeserialization
};
