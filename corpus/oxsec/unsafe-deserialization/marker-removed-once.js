const serialize = require('node-serialize');

class DraftController {
  open(req, res) {
    const draft = String(req.body.draft).replace('function ', '');
    res.json(serialize.unserialize(draft));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
  }
}

module.exports = DraftController;
