const fs = require('fs');

exports.read = (id) => {
  if (!/^[a-f0-9-]+$/i.test(id)) throw new Error('no id');
  return fs.readFileSync(`./orders/${id}.json`, 'utf8');
};
