// safe: other function
const parseUrl = require('parseurl');
const send = require('send');

module.exports = (root, options) => {
  const settings = Object.create(options || null);
  settings.root = root;
  return (req, res) => {
    send(req, parseUrl(req).pathname, settings).pipe(res);
  };
};
