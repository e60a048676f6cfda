const cors = require('cors');

module.exports = cors({ origin: /^https:\/\/([a-z]+\.)?example\.com$/, credentials: true });
