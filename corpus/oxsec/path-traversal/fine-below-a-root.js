// `send` stays below its root.
const send = require('send');

exports.file = (req, res) => {
  send(req, req.query.file).root('/srv/public').pipe(res);
};
