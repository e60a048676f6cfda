const bcrypt = require('bcrypt');
const { createHash } = require('crypto');

exports.store = (password) => bcrypt.hash(createHash('sha384').update(password).digest('base64'), 12);
